package media.usenet.relocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.OutputLine;
import media.usenet.docker.OutputLine.Channel;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Transmission over its RPC, asked from within its container: there its password stands in the environment, and
/// its port is open however the service is published.
final class Transmission {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FOLDERS = List.of("download-dir", "incomplete-dir");

    /// The first answer is 409 and has the session's id.
    private static final String CALL = """
            url=http://localhost:9091/transmission/rpc
            ask() { curl --silent --max-time 20 ${USER:+--user "$USER:$PASS"} "$@" "$url"; }
            session=$(ask --dump-header - --output /dev/null | tr -d '\\r' | sed -n 's/^X-Transmission-Session-Id: //p')
            ask --header "X-Transmission-Session-Id: $session" --data "$1"
            """;

    private final DockerEngine engine;
    private final Container container;

    Transmission(DockerEngine engine, Container container) {
        this.engine = engine;
        this.container = container;
    }

    List<String> relocate(String from, String to) {
        var changed = new ArrayList<String>();
        torrents()
                .forEach((folder, ids) -> below(folder, from, to).ifPresent(now -> {
                    call("torrent-set-location", Map.of("ids", ids, "location", now, "move", false));
                    changed.add("%d torrents of %s are at %s".formatted(ids.size(), folder, now));
                }));
        var session = call("session-get", Map.of("fields", FOLDERS));
        for (var name : FOLDERS) {
            below(session.path(name).asString(""), from, to).ifPresent(now -> {
                call("session-set", Map.of(name, now));
                changed.add("%s is %s".formatted(name, now));
            });
        }
        return changed;
    }

    /// By folder, as each is told by one call.
    private Map<String, List<Integer>> torrents() {
        var torrents = new LinkedHashMap<String, List<Integer>>();
        for (var torrent : call("torrent-get", Map.of("fields", List.of("id", "downloadDir")))
                .path("torrents")) {
            torrents.computeIfAbsent(torrent.path("downloadDir").asString(""), _ -> new ArrayList<>())
                    .add(torrent.path("id").asInt(0));
        }
        return torrents;
    }

    /// The folder under its new path; empty for one that lies elsewhere.
    static Optional<String> below(String folder, String from, String to) {
        return folder.equals(from) || folder.startsWith(from + "/")
                ? Optional.of(to + folder.substring(from.length()))
                : Optional.empty();
    }

    private JsonNode call(String method, Map<String, ?> arguments) {
        var request = JSON.writeValueAsString(Map.of("method", method, "arguments", arguments));
        var printed = new CopyOnWriteArrayList<OutputLine>();
        int code = engine.exec(container, List.of("sh", "-c", CALL, "sh", request), printed::add);
        var text = printed.stream()
                .filter(line -> line.channel() == Channel.STDOUT)
                .map(OutputLine::text)
                .collect(Collectors.joining("\n"));
        try {
            var answer = JSON.readTree(text);
            if (code == 0 && answer.path("result").asString("").equals("success")) {
                return answer.path("arguments");
            }
        } catch (JacksonException _) {
            throw refused(method, text);
        }
        throw refused(method, text);
    }

    private static ProblemException refused(String method, String answer) {
        return new ProblemException(
                Problem.SERVICE_NOT_RUNNING,
                "transmission does not do %s: %s"
                        .formatted(method, answer.lines().findFirst().orElse("no answer")),
                "change its folders on its pages, or with transmission-remote");
    }
}
