package media.usenet.apps;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// qBittorrent over its Web API, version 2.
public final class QBittorrent {

    private static final String API = "/api/v2/";
    private static final int FORBIDDEN = 403;

    private final AppHttp http;
    private final Optional<Login> login;

    /// The name and password of its page.
    public record Login(String user, String password) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /// @param login empty where it asks this machine for none
    public QBittorrent(URI address, Optional<Login> login) {
        this.http = new AppHttp("qbittorrent", address);
        this.login = login;
    }

    /// Every file of every torrent, those of stopped ones too; asked torrent by torrent, as it answers no other way.
    ///
    /// @throws media.usenet.problem.ProblemException `SERVICE_NOT_RUNNING` also where it wants a login
    public List<TorrentFile> files() {
        var session = session();
        var files = new ArrayList<TorrentFile>();
        for (var torrent : http.get(API + "torrents/info", session)) {
            var hash = torrent.path("hash").asString("");
            files.addAll(files(torrent, http.get(API + "torrents/files?hash=" + escaped(hash), session)));
        }
        return files;
    }

    static List<TorrentFile> files(JsonNode torrent, JsonNode answer) {
        var files = new ArrayList<TorrentFile>();
        for (var folder : List.of("save_path", "download_path")) {
            var where = torrent.path(folder).asString("");
            for (var file : where.isEmpty() ? List.<JsonNode>of() : answer) {
                files.add(new TorrentFile(
                        torrent.path("name").asString("?"),
                        torrent.path("state").asString("in a state of its own"),
                        where + "/" + file.path("name").asString(""),
                        file.path("size").asLong(0)));
            }
        }
        return files;
    }

    private Map<String, String> session() {
        if (http.ask(API + "app/webapiVersion", Map.of()).statusCode() != FORBIDDEN) {
            return Map.of();
        }
        var known = login.orElseThrow(() -> http.refused("wants a login: write QBITTORRENT_USER and"
                + " QBITTORRENT_PASSWORD, as its page has them, into .env of the settings"));
        var answer = http.form(
                API + "auth/login",
                "username=%s&password=%s".formatted(escaped(known.user()), escaped(known.password())));
        return cookie(answer).orElseThrow(() -> http.refused("does not take the login that .env has for it"));
    }

    /// Its name differs between versions.
    private static Optional<Map<String, String>> cookie(HttpResponse<String> answer) {
        return answer.statusCode() / 100 != 2
                ? Optional.empty()
                : answer.headers().firstValue("Set-Cookie").map(cookie -> Map.of("Cookie", cookie.split(";", 2)[0]));
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
