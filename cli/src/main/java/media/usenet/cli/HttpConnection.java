package media.usenet.cli;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;

/// Plain HTTP/1.1 over a socket, one connection for each request. `java.net.http.HttpClient` alone would take a third
/// of the whole program's start.
final class HttpConnection {

    private static final int USUAL_PORT = 80;

    private final String host;
    private final int port;
    private final Duration connectTimeout;

    /// @param base an `http` URL; its path is not used
    HttpConnection(URI base, Duration connectTimeout) {
        var name = base.getHost();
        this.host = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
        this.port = base.getPort() < 0 ? USUAL_PORT : base.getPort();
        this.connectTimeout = connectTimeout;
    }

    /// Sends the request and reads the answer's head. Closing the answer closes the connection.
    ///
    /// @param silence how long the other side may say nothing, zero for ever
    /// @throws ConnectException when nothing listens there
    /// @throws SocketTimeoutException after a silence; also when the body is read
    /// @throws java.net.ProtocolException when what listens there speaks no HTTP
    HttpAnswer send(HttpRequest request, Duration silence) throws IOException {
        var socket = connect();
        try {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout((int) silence.toMillis());
            socket.getOutputStream().write(request.bytes(hostHeader()));
            return HttpAnswer.read(new Body(new BufferedInputStream(socket.getInputStream()), socket));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /// `localhost` has two addresses, and a controller may listen on either: each is tried.
    private Socket connect() throws IOException {
        IOException last = new ConnectException("no address");
        for (var address : InetAddress.getAllByName(host)) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(address, port), (int) connectTimeout.toMillis());
                return socket;
            } catch (IOException e) {
                socket.close();
                last = e;
            }
        }
        throw unreachable(last);
    }

    private static ConnectException unreachable(IOException cause) {
        var exception = new ConnectException(cause.getMessage());
        exception.initCause(cause);
        return exception;
    }

    private String hostHeader() {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    private static final class Body extends FilterInputStream {

        private final Socket socket;

        Body(InputStream in, Socket socket) {
            super(in);
            this.socket = socket;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
