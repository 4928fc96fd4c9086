package media.usenet.apps;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is watched in Jellyfin, by whom. Since 10.9 all of a state is written at once; before, neither how far
/// a film was watched nor how often can be.
public final class JellyfinPlayer implements Player {

    private static final int PAGE = 500;
    private static final int NANOS_OF_TICK = 100;
    private static final List<Integer> WRITES_STATES = List.of(10, 9);

    private final AppHttp http;
    private final Map<String, String> headers;
    private @Nullable Boolean old;

    /// @param key one of its API keys: it counts as an administrator, who may change what others have watched
    public JellyfinPlayer(URI address, String key) {
        this.http = new AppHttp("jellyfin", address);
        this.headers = Map.of("Authorization", "MediaBrowser Token=\"%s\"".formatted(key));
    }

    @Override
    public List<MediaItem> items() {
        var items = new ArrayList<MediaItem>();
        for (int start = 0; ; start += PAGE) {
            var page = http.get(
                            "/Items?recursive=true&includeItemTypes=Movie,Episode,Video&sortBy=SortName&enableImages=false"
                                    + "&fields=Path,ProviderIds,MediaSourceCount&startIndex=%d&limit=%d%s"
                                            .formatted(start, PAGE, everything()),
                            headers)
                    .path("Items");
            page.forEach(item -> items.add(item(item)));
            if (page.size() < PAGE) {
                return items;
            }
        }
    }

    /// Before 10.9 nothing is listed but to a user; administrators see the most.
    private String everything() {
        if (!old()) {
            return "";
        }
        for (var user : http.get("/Users", headers)) {
            if (user.path("Policy").path("IsAdministrator").asBoolean(false)) {
                return "&userId=" + escaped(user.path("Id").asString(""));
            }
        }
        throw http.refused("has no administrator whom it would list its films to");
    }

    private MediaItem item(JsonNode item) {
        var id = item.path("Id").asString("");
        var paths = new ArrayList<String>();
        if (item.path("Path").isString()) {
            paths.add(item.path("Path").asString());
        }
        if (item.path("MediaSourceCount").asInt(1) > 1) {
            for (var one : http.get("/Items?fields=MediaSources&ids=" + escaped(id) + everything(), headers)
                    .path("Items")) {
                one.path("MediaSources")
                        .forEach(source -> paths.add(source.path("Path").asString("")));
            }
        }
        var ids = new LinkedHashMap<String, String>();
        item.path("ProviderIds").forEachEntry((database, number) -> ids.put(database, number.asString("")));
        return new MediaItem(
                id,
                item.path("Type").asString(""),
                ids,
                paths.stream().distinct().toList());
    }

    @Override
    public List<Viewer> viewers() {
        var viewers = new ArrayList<Viewer>();
        for (var user : http.get("/Users", headers)) {
            viewers.add(
                    new Viewer(user.path("Id").asString(""), user.path("Name").asString("someone")));
        }
        return viewers;
    }

    @Override
    public Optional<WatchState> state(String item, Viewer viewer) {
        var query = "/Items?ids=%s&userId=%s&enableUserData=true&enableImages=false"
                .formatted(escaped(item), escaped(viewer.id()));
        return http.find(query, headers)
                .map(answer -> answer.path("Items").path(0).path("UserData"))
                .filter(JsonNode::isObject)
                .map(this::state);
    }

    private WatchState state(JsonNode data) {
        return new WatchState(
                data.path("Played").asBoolean(false),
                data.path("PlayCount").asInt(0),
                Duration.ofNanos(data.path("PlaybackPositionTicks").asLong(0) * NANOS_OF_TICK),
                last(data.path("LastPlayedDate")),
                data.path("IsFavorite").asBoolean(false));
    }

    private @Nullable Instant last(JsonNode date) {
        if (!date.isString()) {
            return null;
        }
        try {
            return Instant.parse(date.asString()).truncatedTo(ChronoUnit.SECONDS);
        } catch (DateTimeParseException e) {
            throw http.refused("tells a date that is none: " + date.asString());
        }
    }

    @Override
    public void mark(String item, Viewer viewer, WatchState now, WatchState then) {
        if (old()) {
            markOld(item, viewer, now, then);
            return;
        }
        boolean emptied = now.last() != null && then.last() == null;
        if (emptied) {
            // A state that is written may leave a date out, which keeps it; only this takes one away.
            http.change(
                    "DELETE", "/UserPlayedItems/%s?userId=%s".formatted(escaped(item), escaped(viewer.id())), headers);
        }
        http.post(
                "/UserItems/%s/UserData?userId=%s".formatted(escaped(item), escaped(viewer.id())),
                headers,
                data(emptied ? new WatchState(false, 0, Duration.ZERO, null, now.favourite()) : now, then));
    }

    /// Only what differs: what is left out stays as it is.
    private static Map<String, Object> data(WatchState now, WatchState then) {
        var data = new LinkedHashMap<String, Object>();
        if (now.played() != then.played()) {
            data.put("Played", then.played());
        }
        if (now.plays() != then.plays()) {
            data.put("PlayCount", then.plays());
        }
        if (!now.position().equals(then.position())) {
            data.put("PlaybackPositionTicks", then.position().toNanos() / NANOS_OF_TICK);
        }
        if (then.last() != null && !then.last().equals(now.last())) {
            data.put("LastPlayedDate", then.last().toString());
        }
        if (now.favourite() != then.favourite()) {
            data.put("IsFavorite", then.favourite());
        }
        return data;
    }

    private void markOld(String item, Viewer viewer, WatchState now, WatchState then) {
        if (now.played() != then.played()) {
            var date = then.last() == null ? "" : "?datePlayed=" + then.last();
            http.change(method(then.played()), old(viewer, "PlayedItems", item) + date, headers);
        }
        if (now.favourite() != then.favourite()) {
            http.change(method(then.favourite()), old(viewer, "FavoriteItems", item), headers);
        }
    }

    private static String method(boolean set) {
        return set ? "POST" : "DELETE";
    }

    private static String old(Viewer viewer, String what, String item) {
        return "/Users/%s/%s/%s".formatted(escaped(viewer.id()), what, escaped(item));
    }

    private boolean old() {
        if (old == null) {
            var version =
                    http.get("/System/Info/Public", headers).path("Version").asString("");
            old = before(version);
        }
        return old;
    }

    static boolean before(String version) {
        var parts = version.split("\\D+", 3);
        for (int at = 0; at < WRITES_STATES.size() && at < parts.length && !parts[at].isEmpty(); at++) {
            int compared = Integer.compare(Integer.parseInt(parts[at]), WRITES_STATES.get(at));
            if (compared != 0) {
                return compared < 0;
            }
        }
        return false;
    }

    private static String escaped(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
