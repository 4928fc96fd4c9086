package media.usenet.union;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Carries out [HoldEffect.RescanNever] on one Sonarr or Radarr, through its API v3. What was set before is kept in
/// a file, so that a restart in between does not lose it.
final class RescanSetting {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FIELD = "rescanAfterRefresh";
    private static final String NEVER = "never";

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final HoldEffect.RescanNever effect;
    private final URI settings;
    private final String key;
    private final StateFile<Earlier> earlier;

    record Earlier(String rescanAfterRefresh) {}

    /// @param base of the application: `http://127.0.0.1:8989/`
    /// @param state where the earlier value is kept
    RescanSetting(HoldEffect.RescanNever effect, URI base, String key, Path state) {
        this.effect = effect;
        this.settings = base.resolve("api/v3/config/mediamanagement");
        this.key = key;
        this.earlier = new StateFile<>(state, Earlier.class);
    }

    /// Once or often: only the first time is what was set before.
    ///
    /// @throws ProblemException `APPLICATION_FAILED`: it may scan, and the hold must stay and say so
    void engage() {
        var now = read();
        var set = now.path(FIELD).asString("");
        if (!set.equals(NEVER)) {
            earlier.write(new Earlier(set));
            write(now.put(FIELD, NEVER));
        }
    }

    /// Puts back what was set before, unless the user set something else meanwhile.
    void release() {
        earlier.read().ifPresent(before -> {
            var now = read();
            if (now.path(FIELD).asString("").equals(NEVER)) {
                write(now.put(FIELD, before.rescanAfterRefresh()));
            }
            earlier.delete();
        });
    }

    private ObjectNode read() {
        var answer = send(HttpRequest.newBuilder(settings).GET());
        try {
            if (JSON.readTree(answer) instanceof ObjectNode object && object.has(FIELD)) {
                return object;
            }
        } catch (JacksonException _) {
            throw failed("it answers something else than JSON");
        }
        throw failed("its settings have no " + FIELD);
    }

    private void write(ObjectNode all) {
        var body = BodyPublishers.ofString(JSON.writeValueAsString(all));
        send(HttpRequest.newBuilder(settings)
                .header("Content-Type", "application/json")
                .PUT(body));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var asked = request.header("X-Api-Key", key).timeout(PATIENCE).build();
            var answer = client.send(asked, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw failed("it answers with status " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw failed(e.getMessage() == null ? "it does not answer" : e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("interrupted");
        }
    }

    private ProblemException failed(String reason) {
        return new ProblemException(
                Problem.APPLICATION_FAILED,
                "%s could not be told about the hold: %s".formatted(effect.application(), reason),
                "start no scan of its library by hand, and see that it runs: usenet services status "
                        + effect.application());
    }
}
