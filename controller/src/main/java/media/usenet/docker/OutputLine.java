package media.usenet.docker;

/// A line that a program in a container printed.
public record OutputLine(Channel channel, String text) {

    public enum Channel {
        STDOUT,
        STDERR
    }
}
