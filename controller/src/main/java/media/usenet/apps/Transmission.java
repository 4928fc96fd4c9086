package media.usenet.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.problem.ProblemException;
import tools.jackson.databind.JsonNode;

/// Transmission over its RPC, asked from within its container: there its password stands in the environment, and
/// its port is open however the service is published.
public final class Transmission {

    private static final List<String> FILES = List.of("name", "downloadDir", "files", "status", "percentDone");

    /// By the number that its RPC tells, from 0.
    private static final List<String> STATES = List.of(
            "stopped",
            "waiting to be checked",
            "being checked",
            "waiting to download",
            "downloading",
            "waiting to seed",
            "seeding");

    private static final String LOGIN = "login=${USER:+\"user = \\\"$USER:$PASS\\\"\"}";
    private static final String ADDRESS = "http://localhost:9091/transmission/rpc";
    private static final String SESSION = "X-Transmission-Session-Id: ";

    private final Inside inside;

    /// @param container that runs
    public Transmission(DockerEngine engine, Container container) {
        inside = Inside.of(engine, container, LOGIN);
    }

    /// Every file of every torrent, those of stopped ones too.
    public List<TorrentFile> files() {
        var files = new ArrayList<TorrentFile>();
        for (var torrent : call("torrent-get", Map.of("fields", FILES)).path("torrents")) {
            files.addAll(files(torrent));
        }
        return files;
    }

    static List<TorrentFile> files(JsonNode torrent) {
        var files = new ArrayList<TorrentFile>();
        var folder = torrent.path("downloadDir").asString("");
        for (var file : torrent.path("files")) {
            files.add(new TorrentFile(
                    torrent.path("name").asString("?"),
                    state(torrent),
                    folder + "/" + file.path("name").asString(""),
                    file.path("length").asLong(0)));
        }
        return files;
    }

    private static String state(JsonNode torrent) {
        int number = torrent.path("status").asInt(-1);
        return number < 0 || number >= STATES.size() ? "in a state of its own" : STATES.get(number);
    }

    /// @param arguments in the words of its RPC
    /// @return what it answers
    /// @throws ProblemException `SERVICE_NOT_RUNNING` also where it refuses
    public JsonNode call(String method, Map<String, ?> arguments) {
        var request = Inside.JSON.writeValueAsString(Map.of("method", method, "arguments", arguments));
        var answer = inside.json("--header", session(), "--data", request, ADDRESS);
        if (!answer.path("result").asString("").equals("success")) {
            throw inside.refused("does not do %s: %s".formatted(method, answer));
        }
        return answer.path("arguments");
    }

    /// The header that the first answer, 409, asks for.
    private String session() {
        return inside.ask("--dump-header", "-", "--output", "/dev/null", ADDRESS)
                .lines()
                .filter(line -> line.startsWith(SESSION))
                .findFirst()
                .map(String::strip)
                .orElseThrow(() -> inside.refused("answers without a session"));
    }
}
