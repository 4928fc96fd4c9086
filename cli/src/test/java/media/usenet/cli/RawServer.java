package media.usenet.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Answers each connection as its script says, byte for byte, so that it may answer wrongly too.
final class RawServer implements AutoCloseable {

    interface Script {

        /// @param number of the connection, from 1
        void answer(int number, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final List<String> heads = Collections.synchronizedList(new ArrayList<>());

    RawServer(Script script) {
        this("127.0.0.1", script);
    }

    RawServer(String address, Script script) {
        try {
            server = new ServerSocket(0, 10, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(() -> serve(script));
    }

    static RawServer saying(String text) {
        return new RawServer((_, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    int port() {
        return server.getLocalPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /// What each connection was asked, without the body.
    List<String> heads() {
        return heads;
    }

    private void serve(Script script) {
        for (int number = 1; !server.isClosed(); number++) {
            try (var socket = server.accept()) {
                heads.add(head(socket));
                script.answer(number, socket.getOutputStream());
            } catch (IOException e) {
                // the other side has gone, or the test is over: the next connection is another matter
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
