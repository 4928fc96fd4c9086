package media.usenet.job;

/// Where jobs of one kind wait for each other, and how many run at the same time: a device by one API, or the
/// processor.
///
/// @param name `cpu`, `io`, `nvenc:0000:01:00.0`, `vaapi:0000:00:02.0`
/// @param slots how many jobs it runs at once
public record Lane(String name, int slots) {

    public static final String CPU = "cpu";

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
