package media.usenet.apps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An application on loopback that gives recorded answers to whoever has its key, and 401 to everyone else.
public final class RecordedServer implements AutoCloseable {

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final HttpServer server;
    private final String header;
    private final String key;

    /// @param header that has to come with each request
    public RecordedServer(String header, String key) {
        this.header = header;
        this.key = key;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// @param request method, path and query
    public RecordedServer when(String request, String json) {
        answers.put(request, json);
        return this;
    }

    public URI address() {
        return URI.create(
                "http://127.0.0.1:%d/web/".formatted(server.getAddress().getPort()));
    }

    /// Method, path and query of each request, and its body.
    public List<String> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        asked.add((request + " " + body).strip());
        var json = answers.get(request);
        int status = !key.equals(exchange.getRequestHeaders().getFirst(header)) ? 401 : json == null ? 404 : 200;
        var bytes = (status == 200 && json != null ? json : "").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
