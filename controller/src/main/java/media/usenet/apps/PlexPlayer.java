package media.usenet.apps;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What the owner of a Plex server has watched there: it tells nobody what the others have, but with their own
/// tokens. Whether something was watched and how far can be written; how often and when cannot, and it has no
/// favourites.
public final class PlexPlayer implements Player {

    private static final int PAGE = 500;
    private static final Viewer OWNER = new Viewer("1", "the server's owner");
    private static final String OF_LIBRARY = "identifier=com.plexapp.plugins.library&key=";

    /// A library of it, by its type, and the type of what is watched in it.
    private static final Map<String, Integer> WATCHED = Map.of("movie", 1, "show", 4);

    private final AppHttp http;
    private final Map<String, String> headers;

    /// @param token of the server's owner
    public PlexPlayer(URI address, String token) {
        this.http = new AppHttp("plex", address);
        this.headers = Map.of("X-Plex-Token", token);
    }

    @Override
    public List<MediaItem> items() {
        var items = new ArrayList<MediaItem>();
        for (var library : container("/library/sections").path("Directory")) {
            var type = WATCHED.get(library.path("type").asString(""));
            if (type != null) {
                add(items, library.path("key").asString(""), type);
            }
        }
        return items;
    }

    private void add(List<MediaItem> items, String library, int type) {
        for (int start = 0; ; start += PAGE) {
            var page = container("/library/sections/%s/all?type=%d&includeGuids=1&X-Plex-Container-Start=%d"
                            .formatted(escaped(library), type, start)
                    + "&X-Plex-Container-Size=" + PAGE);
            page.path("Metadata").forEach(item -> items.add(item(item)));
            if (page.path("Metadata").size() < PAGE) {
                return;
            }
        }
    }

    private static MediaItem item(JsonNode item) {
        var paths = new ArrayList<String>();
        for (var media : item.path("Media")) {
            media.path("Part").forEach(part -> paths.add(part.path("file").asString("")));
        }
        var ids = new LinkedHashMap<String, String>();
        for (var guid : item.path("Guid")) {
            var parts = guid.path("id").asString("").split("://", 2);
            if (parts.length == 2) {
                ids.put(parts[0], parts[1]);
            }
        }
        return new MediaItem(
                item.path("ratingKey").asString(""), item.path("type").asString(""), ids, paths);
    }

    @Override
    public List<Viewer> viewers() {
        return List.of(OWNER);
    }

    @Override
    public Optional<WatchState> state(String item, Viewer viewer) {
        return http.find("/library/metadata/" + escaped(item), headers)
                .map(answer -> answer.path("MediaContainer").path("Metadata").path(0))
                .filter(JsonNode::isObject)
                .map(PlexPlayer::state);
    }

    private static WatchState state(JsonNode item) {
        boolean played = item.path("viewCount").asInt(0) > 0;
        return new WatchState(
                played,
                played ? 1 : 0,
                Duration.ofMillis(item.path("viewOffset").asLong(0)),
                null,
                false);
    }

    /// Marking as watched or as not watched takes how far it was watched away.
    @Override
    public void mark(String item, Viewer viewer, WatchState now, WatchState then) {
        var position = now.position();
        if (now.played() != then.played() || (then.position().isZero() && !position.isZero())) {
            http.change("PUT", (then.played() ? "/:/scrobble?" : "/:/unscrobble?") + key(item), headers);
            position = Duration.ZERO;
        }
        if (!then.position().equals(position)) {
            http.change(
                    "PUT",
                    "/:/progress?" + key(item) + "&state=stopped&time="
                            + then.position().toMillis(),
                    headers);
        }
    }

    private static String key(String item) {
        return OF_LIBRARY + escaped(item);
    }

    private JsonNode container(String path) {
        return http.get(path, headers).path("MediaContainer");
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
