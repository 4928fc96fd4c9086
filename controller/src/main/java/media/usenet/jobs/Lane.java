package media.usenet.jobs;

/// What can run a number of jobs at the same time: a device, or the processor.
///
/// @param name `cpu`, `io`, `nvenc:0000:01:00.0`, `vaapi:0000:00:02.0`
/// @param slots how many jobs it runs at once
public record Lane(String name, int slots) {

    private static final int LONGEST_NAME = 80;

    public Lane {
        if (!name.matches("[a-z0-9][a-z0-9:._-]*") || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("'%s' is no name of a lane".formatted(name));
        }
        if (slots < 1) {
            throw new IllegalArgumentException("lane %s has %d slots".formatted(name, slots));
        }
    }
}
