package media.usenet.apps;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Plex Media Server over its HTTP API.
public final class Plex {

    private final AppHttp http;
    private final Map<String, String> headers;

    /// @param token of the server's owner
    public Plex(URI address, String token) {
        this.http = new AppHttp("plex", address);
        this.headers = Map.of("X-Plex-Token", token);
    }

    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING`
    public List<Playing> playing() {
        return playing(http.get("/status/sessions", headers));
    }

    static List<Playing> playing(JsonNode answer) {
        var playing = new ArrayList<Playing>();
        for (var session : answer.path("MediaContainer").path("Metadata")) {
            var who = "%s on %s"
                    .formatted(
                            session.path("User").path("title").asString("someone"),
                            session.path("Player").path("title").asString("a device"));
            for (var media : session.path("Media")) {
                media.path("Part").forEach(part -> {
                    if (part.path("file").isString()) {
                        playing.add(new Playing(who, part.path("file").asString()));
                    }
                });
            }
        }
        return playing;
    }
}
