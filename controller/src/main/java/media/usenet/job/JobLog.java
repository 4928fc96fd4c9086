package media.usenet.job;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A job's own log: a line each, with its time, on disk at once. Of a long one the last part is kept, in two files.
///
/// A line that cannot be written is not: a full disk fails the work itself, and for its own reason.
public final class JobLog implements AutoCloseable {

    public static final String NAME = "log.txt";
    public static final String EARLIER = "log.1.txt";

    private final Path file;
    private final long most;
    private final InstantSource clock;
    private @Nullable OutputStream out;
    private long bytes;
    private long lost;

    /// @param most bytes in both files
    public JobLog(Path folder, long most, InstantSource clock) {
        this.file = folder.resolve(NAME);
        this.most = most;
        this.clock = clock;
    }

    /// Safe to call from several threads; also when it is closed, and then does nothing.
    public synchronized void write(String line) {
        var time = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var text = (time + " " + line.strip() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            if (bytes + text.length > most / 2) {
                turnOver();
            }
            open().write(text);
            bytes += text.length;
        } catch (IOException _) {
            lost++;
        }
    }

    /// How many lines could not be written.
    synchronized long lost() {
        return lost;
    }

    // Not a FileChannel: an interrupt of the writing thread would close it for all.
    private OutputStream open() throws IOException {
        if (out == null) {
            Files.createDirectories(file.getParent());
            bytes = Files.exists(file) ? Files.size(file) : 0;
            out = new FileOutputStream(file.toFile(), true);
        }
        return out;
    }

    private void turnOver() throws IOException {
        open().close();
        out = null;
        Files.move(file, file.resolveSibling(EARLIER), StandardCopyOption.REPLACE_EXISTING);
        bytes = 0;
    }

    @Override
    public synchronized void close() {
        try {
            if (out != null) {
                out.close();
                out = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
