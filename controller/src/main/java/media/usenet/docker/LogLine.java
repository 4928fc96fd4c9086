package media.usenet.docker;

import java.time.Instant;
import media.usenet.docker.OutputLine.Channel;

/// A line of a container's log.
public record LogLine(String service, Instant time, Channel channel, String text) {

    /// From a line as the engine gives it with timestamps: `2026-11-21T12:50:38.998110033Z text`.
    static LogLine of(String service, OutputLine line) {
        var end = line.text().indexOf(' ');
        var stamp = end < 0 ? line.text() : line.text().substring(0, end);
        // The engine keeps long lines in pieces of 16 KiB and stamps each of them with the time of the first.
        var text = end < 0 ? "" : line.text().substring(end + 1).replace(stamp + " ", "");
        return new LogLine(service, Instant.parse(stamp), line.channel(), text);
    }
}
