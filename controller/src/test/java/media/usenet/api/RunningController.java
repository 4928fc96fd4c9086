package media.usenet.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.pool.PoolsAfterwards;
import org.springframework.test.context.DynamicPropertyRegistry;

/// A controller that answers, in folders of its own, and its token.
public final class RunningController {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String token;

    public RunningController(int port, Path folder) {
        try {
            address = URI.create("http://127.0.0.1:" + port);
            token = Files.readString(folder.resolve("run/token")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A fresh folder, below which [#in] puts everything that a controller reads and writes.
    public static Path folder() {
        try {
            return Files.createTempDirectory("usenet-it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A controller that leaves drives alone.
    public static void in(Path folder, DynamicPropertyRegistry properties) {
        for (var name : List.of("settings", "state", "run", "pool")) {
            properties.add("usenet." + name, () -> folder.resolve(name).toString());
        }
        properties.add("storage.managed", () -> false);
        properties.add("catalog.templates", () -> "../compose-templates");
        properties.add("hardware.profiles", () -> "../hardware-profiles");
    }

    /// As [#in], of a controller that looks after drives: it mounts its pool, which [PoolsAfterwards] takes away again.
    public static void withDrives(Path folder, DynamicPropertyRegistry properties) {
        in(folder, properties);
        PoolsAfterwards.expect(folder);
        properties.add("storage.managed", () -> true);
    }

    public URI address() {
        return address;
    }

    public String token() {
        return token;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    public HttpResponse<String> post(String path, String body) {
        return send("POST", path, body, "Content-Type", "application/json");
    }

    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(request.build());
    }

    public HttpResponse<String> withoutToken(String path) {
        return exchange(HttpRequest.newBuilder(address.resolve(path)).build());
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
