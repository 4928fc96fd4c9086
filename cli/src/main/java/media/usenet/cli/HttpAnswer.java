package media.usenet.cli;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An HTTP/1.1 answer: status and headers as read, the body still to be read.
final class HttpAnswer implements Closeable {

    private static final int LONGEST_LINE = 16 * 1024;
    private static final int MOST_HEADERS = 200;

    private final int status;
    private final Map<String, String> headers;
    private final InputStream body;

    private HttpAnswer(int status, Map<String, String> headers, InputStream body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /// Reads status line and headers, past answers that are only announcements (1xx).
    ///
    /// @throws ProtocolException when what comes is no HTTP
    /// @throws EOFException when it ends too early; reading the body throws the same
    static HttpAnswer read(InputStream in) throws IOException {
        int status;
        Map<String, String> headers;
        do {
            status = status(line(in));
            headers = headers(in);
        } while (status < 200);
        return new HttpAnswer(status, headers, body(in, status, headers));
    }

    int status() {
        return status;
    }

    /// @param name in lower case
    @Nullable
    String header(String name) {
        return headers.get(name);
    }

    /// The content, freed of its transport; ends where the content ends, and throws if the connection ends before.
    InputStream body() {
        return body;
    }

    @Override
    public void close() throws IOException {
        body.close();
    }

    private static int status(String line) throws ProtocolException {
        try {
            if (line.startsWith("HTTP/1.") && line.length() >= 12 && line.charAt(8) == ' ') {
                int status = Integer.parseInt(line, 9, 12, 10);
                if (status >= 100) {
                    return status;
                }
            }
        } catch (NumberFormatException e) {
            // told below, as any other line that is no status line
        }
        throw new ProtocolException("no HTTP status line");
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        var headers = new HashMap<String, String>();
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            if (colon < 1 || headers.size() >= MOST_HEADERS) {
                throw new ProtocolException("no HTTP headers");
            }
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return headers;
    }

    private static InputStream body(InputStream in, int status, Map<String, String> headers) throws ProtocolException {
        if (headers.getOrDefault("transfer-encoding", "")
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked")) {
            return new ChunkedBody(in);
        }
        var length = headers.get("content-length");
        if (status == 204 || status == 304) {
            return new MeasuredBody(in, 0);
        }
        return length == null ? in : new MeasuredBody(in, measured(length));
    }

    private static long measured(String length) throws ProtocolException {
        try {
            return Long.parseUnsignedLong(length);
        } catch (NumberFormatException e) {
            throw new ProtocolException("Content-Length is no number");
        }
    }

    /// A line without its CRLF.
    static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the answer ends within its head");
            }
            if (line.length() >= LONGEST_LINE) {
                throw new ProtocolException("no HTTP: a line without an end");
            }
            line.append((char) next);
        }
        int end = line.length();
        return line.substring(0, end > 0 && line.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
