package media.usenet.apps;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Jellyfin's items, users and their states, kept and answered as its OpenAPI document (10.11.5) and its source
/// have it: a state that is written changes what it names alone, a mark of not watched forgets the date as
/// well, an item has no number of sources while it has one, and a user who is gone is not found. It cannot run
/// here.
public final class StandInJellyfin implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KEY = "MediaBrowser Token=\"k3y\"";

    private final HttpServer server;
    private final Map<String, String> users = new LinkedHashMap<>();
    private final Map<String, Item> items = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> states = new TreeMap<>();
    private final List<String> changes = new ArrayList<>();
    private String version = "10.11.5";
    private boolean down;
    private Consumer<String> onChange = _ -> {};

    private record Item(String type, Map<String, String> ids, List<String> paths) {}

    public StandInJellyfin() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public Player player() {
        return new JellyfinPlayer(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "k3y");
    }

    public StandInJellyfin version(String number) {
        version = number;
        return this;
    }

    public StandInJellyfin user(String id, String name) {
        users.put(id, name);
        return this;
    }

    public void userLeaves(String id) {
        users.remove(id);
    }

    public StandInJellyfin item(String id, Map<String, String> ids, String... paths) {
        items.put(id, new Item("Movie", ids, List.of(paths)));
        return this;
    }

    public void forgetsItem(String id) {
        items.remove(id);
        states.keySet().removeIf(key -> key.startsWith(id + " "));
    }

    public StandInJellyfin watched(String item, String user, Map<String, Object> state) {
        of(item, user).putAll(state);
        return this;
    }

    /// What it would tell of an item to a user.
    public Map<String, Object> state(String item, String user) {
        return Map.copyOf(of(item, user));
    }

    public void down(boolean now) {
        down = now;
    }

    /// Called before each change, with its method and path.
    public void onChange(Consumer<String> call) {
        onChange = call;
    }

    /// Method, path and query of all that changed something.
    public List<String> changes() {
        return changes;
    }

    private Map<String, Object> of(String item, String user) {
        return states.computeIfAbsent(
                item + " " + user,
                _ -> new TreeMap<>(
                        Map.of("Played", false, "PlayCount", 0L, "PlaybackPositionTicks", 0L, "IsFavorite", false)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = JSON.readTree(orNull(exchange.getRequestBody().readAllBytes()));
        var answer = KEY.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                ? answered(exchange, body)
                : new Answer(401, "");
        var bytes = (down ? "" : answer.body()).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(down ? 503 : answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String orNull(byte[] bytes) {
        return bytes.length == 0 ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }

    private record Answer(int status, String body) {}

    private Answer answered(HttpExchange exchange, JsonNode body) {
        if (down) {
            return new Answer(503, "");
        }
        var path = exchange.getRequestURI().getPath().split("/");
        var query = query(exchange.getRequestURI());
        if (exchange.getRequestMethod().equals("GET")) {
            return read(path[1], query);
        }
        var change = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        onChange.accept(change);
        changes.add(change);
        boolean set = exchange.getRequestMethod().equals("POST");
        return path[1].equals("Users")
                ? legacy(path, query, set)
                : change(path, query.getOrDefault("userId", ""), set, body);
    }

    private static Map<String, String> query(URI uri) {
        var query = new TreeMap<String, String>();
        if (uri.getQuery() != null) {
            Arrays.stream(uri.getQuery().split("&"))
                    .map(pair -> pair.split("=", 2))
                    .forEach(pair -> query.put(pair[0], pair[1]));
        }
        return query;
    }

    private Answer read(String what, Map<String, String> query) {
        return switch (what) {
            case "System" -> ok(Map.of("Version", version));
            case "Users" ->
                ok(users.entrySet().stream()
                        .map(user -> Map.of(
                                "Id",
                                user.getKey(),
                                "Name",
                                user.getValue(),
                                "Policy",
                                Map.of("IsAdministrator", user.getKey().equals("u1"))))
                        .toList());
            case "Items" -> listed(query);
            default -> new Answer(404, "");
        };
    }

    private Answer listed(Map<String, String> query) {
        var user = query.get("userId");
        if (user != null && !users.containsKey(user)) {
            return new Answer(404, "");
        }
        if (user == null && version.startsWith("10.8")) {
            return new Answer(400, "");
        }
        var ids = query.get("ids");
        var found = items.entrySet().stream()
                .filter(item -> ids == null || List.of(ids.split(",")).contains(item.getKey()))
                .toList();
        int start = Integer.parseInt(query.getOrDefault("startIndex", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "1000"));
        return ok(Map.of(
                "Items",
                found.stream()
                        .skip(start)
                        .limit(limit)
                        .map(item -> item(item.getKey(), item.getValue(), query))
                        .toList(),
                "TotalRecordCount",
                found.size()));
    }

    private Map<String, Object> item(String id, Item item, Map<String, String> query) {
        var fields = List.of(query.getOrDefault("fields", "").split(","));
        var answer = new TreeMap<String, Object>(Map.of("Id", id, "Type", item.type()));
        if (fields.contains("Path")) {
            answer.put("Path", item.paths().getFirst());
        }
        if (fields.contains("ProviderIds")) {
            answer.put("ProviderIds", item.ids());
        }
        if (fields.contains("MediaSourceCount") && item.paths().size() > 1) {
            answer.put("MediaSourceCount", item.paths().size());
        }
        if (fields.contains("MediaSources")) {
            answer.put(
                    "MediaSources",
                    item.paths().stream().map(path -> Map.of("Path", path)).toList());
        }
        var user = query.get("userId");
        if (user != null) {
            answer.put("UserData", of(id, user));
        }
        return answer;
    }

    private Answer change(String[] path, String user, boolean set, JsonNode body) {
        if (version.startsWith("10.8") || !users.containsKey(user) || !items.containsKey(path[2])) {
            return new Answer(404, "");
        }
        var state = of(path[2], user);
        if (path[1].equals("UserPlayedItems") && !set) {
            unplayed(state);
        } else if (path[1].equals("UserItems") && set) {
            body.forEachEntry((name, value) -> state.put(name, value(value)));
        } else {
            return new Answer(404, "");
        }
        return ok(state);
    }

    private Answer legacy(String[] path, Map<String, String> query, boolean set) {
        if (!users.containsKey(path[2]) || !items.containsKey(path[4])) {
            return new Answer(404, "");
        }
        var state = of(path[4], path[2]);
        if (path[3].equals("FavoriteItems")) {
            state.put("IsFavorite", set);
        } else if (set) {
            state.putAll(Map.of(
                    "Played",
                    true,
                    "PlayCount",
                    1L,
                    "PlaybackPositionTicks",
                    0L,
                    "LastPlayedDate",
                    query.getOrDefault("datePlayed", Instant.EPOCH.toString())));
        } else {
            unplayed(state);
        }
        return ok(state);
    }

    private static void unplayed(Map<String, Object> state) {
        state.putAll(Map.of("Played", false, "PlayCount", 0L, "PlaybackPositionTicks", 0L));
        state.remove("LastPlayedDate");
    }

    private static Object value(JsonNode value) {
        return value.isBoolean() ? value.asBoolean() : value.isString() ? value.asString() : value.asLong();
    }

    private static Answer ok(Object body) {
        return new Answer(200, JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
