package media.usenet.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.apache.hc.core5.http.ClassicHttpResponse;

/// The way out to HTTP servers, of one download or one message.
interface Door extends Closeable {

    /// Asks, and follows nothing.
    ///
    /// @param at the checked addresses of the host, of which one is connected to
    ClassicHttpResponse get(WebAddress address, List<InetAddress> at, Map<String, String> headers) throws IOException;

    /// Sends a body, and follows nothing.
    ClassicHttpResponse post(WebAddress address, List<InetAddress> at, Map<String, String> headers, byte[] body)
            throws IOException;

    /// Whether the server sends on after what it said was the whole.
    boolean moreThanDeclared();

    @Override
    void close();
}
