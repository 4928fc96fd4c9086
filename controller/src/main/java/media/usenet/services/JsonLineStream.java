package media.usenet.services;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object a line, each sent at once. Only a failed write tells that the reader has gone, so that a long
/// silence
/// is broken by an empty line.
final class JsonLineStream {

    private final OutputStream out;
    private final JsonMapper json;
    private final long heartbeat;
    private long last = System.nanoTime();

    JsonLineStream(OutputStream out, JsonMapper json, Duration heartbeat) {
        this.out = out;
        this.json = json;
        this.heartbeat = heartbeat.toNanos();
    }

    /// @throws ReaderGone when nobody reads any more
    void write(Object line) {
        send(json.writeValueAsBytes(line));
    }

    /// Sends an empty line when nothing was sent for a while.
    ///
    /// @throws ReaderGone when nobody reads any more
    void beat() {
        if (System.nanoTime() - last >= heartbeat) {
            send(new byte[0]);
        }
    }

    private void send(byte[] line) {
        try {
            out.write(line);
            out.write('\n');
            out.flush();
            last = System.nanoTime();
        } catch (IOException e) {
            throw new ReaderGone(e);
        }
    }

    static final class ReaderGone extends UncheckedIOException {
        ReaderGone(IOException cause) {
            super(cause);
        }
    }
}
