package media.usenet.apps;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Jellyfin over its HTTP API.
public final class Jellyfin {

    private final AppHttp http;
    private final Map<String, String> headers;

    /// @param key one of its API keys
    public Jellyfin(URI address, String key) {
        this.http = new AppHttp("jellyfin", address);
        // X-Emby-Token goes away: EnableLegacyAuthorization is off in new installations.
        this.headers = Map.of("Authorization", "MediaBrowser Token=\"%s\"".formatted(key));
    }

    /// Of an item with several versions the one that is played, too, which the session tells by its number alone.
    ///
    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING`
    public List<Playing> playing() {
        var playing = new ArrayList<Playing>();
        for (var session : http.get("/Sessions", headers)) {
            var item = session.path("NowPlayingItem");
            add(playing, who(session), item);
            var version = session.path("PlayState").path("MediaSourceId").asString("");
            if (!version.isEmpty() && !version.equals(item.path("Id").asString(""))) {
                var versions = http.get("/Items?fields=Path&ids=" + escaped(version), headers);
                versions.path("Items").forEach(one -> add(playing, who(session), one));
            }
        }
        return playing;
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String who(JsonNode session) {
        return "%s on %s"
                .formatted(
                        session.path("UserName").asString("someone"),
                        session.path("DeviceName").asString("a device"));
    }

    private static void add(List<Playing> playing, String who, JsonNode item) {
        if (item.path("Path").isString()) {
            playing.add(new Playing(who, item.path("Path").asString()));
        }
    }
}
