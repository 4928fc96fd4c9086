package media.usenet.apps;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks one application on this machine; follows it nowhere else.
final class AppHttp {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NOT_FOUND = 404;

    /// 10,000 torrents or sessions are below 20 MiB.
    private static final long LARGEST_ANSWER_BYTES = 64 << 20;

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    private final String service;
    private final URI address;

    AppHttp(String service, URI address) {
        this.service = service;
        this.address = address;
    }

    /// @throws ProblemException `SERVICE_NOT_RUNNING` also for every status but 2xx
    JsonNode get(String path, Map<String, String> headers) {
        return json(path, require(path, send(request(path, headers).GET())));
    }

    JsonNode post(String path, Map<String, String> headers, Object body) {
        var answer = send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        return json(path, require(path, answer));
    }

    /// Empty where there is no such thing.
    ///
    /// @throws ProblemException `SERVICE_NOT_RUNNING` also for every other status but 2xx
    Optional<JsonNode> find(String path, Map<String, String> headers) {
        var answer = ask(path, headers);
        return answer.statusCode() == NOT_FOUND ? Optional.empty() : Optional.of(json(path, require(path, answer)));
    }

    /// Asks for a change that takes no words and is answered with none that matter.
    ///
    /// @throws ProblemException `SERVICE_NOT_RUNNING` also for every status but 2xx
    void change(String method, String path, Map<String, String> headers) {
        require(path, send(request(path, headers).method(method, BodyPublishers.noBody())));
    }

    HttpResponse<String> form(String path, String form) {
        return send(request(path, Map.of())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> ask(String path, Map<String, String> headers) {
        return send(request(path, headers).GET());
    }

    private HttpRequest.Builder request(String path, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(address.resolve(path)).timeout(PATIENCE);
        request.header("Accept", "application/json");
        headers.forEach(request::header);
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER_BYTES));
        } catch (IOException e) {
            throw refused("does not answer: " + e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking " + service, e);
        }
    }

    private String require(String path, HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw refused("answers %d to %s".formatted(answer.statusCode(), path.replaceFirst("\\?.*", "")));
        }
        return answer.body();
    }

    JsonNode json(String path, String text) {
        try {
            return JSON.readTree(text);
        } catch (JacksonException e) {
            throw refused("answers to %s with what is no JSON".formatted(path.replaceFirst("\\?.*", "")));
        }
    }

    ProblemException refused(String what) {
        return new ProblemException(
                Problem.SERVICE_NOT_RUNNING,
                service + " " + what,
                "see how it fares: usenet services status " + service);
    }
}
