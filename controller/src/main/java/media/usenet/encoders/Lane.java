package media.usenet.encoders;

/// Where jobs of one kind wait for each other: the CPU, or one device by one API.
///
/// @param name `cpu`, `nvenc:0000:01:00.0`, `vaapi:0000:00:02.0`
/// @param slots how many may run at once
public record Lane(String name, int slots) {

    public static final String CPU = "cpu";

    public Lane {
        if (slots < 1) {
            throw new IllegalArgumentException("lane %s has no slot".formatted(name));
        }
    }
}
