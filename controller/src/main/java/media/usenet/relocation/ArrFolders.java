package media.usenet.relocation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.apps.Inside;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Sonarr and its kin over their API: a new root folder, everything of the old one under it, and the old one goes. No
/// file moves.
final class ArrFolders implements Application {

    /// The key from the environment, which is stronger there than the file.
    static final String LOGIN = """
            key=$(env | sed -n 's/^[A-Z]*__AUTH__APIKEY=//p')
            [ -n "$key" ] || key=$(sed -n 's:.*<ApiKey>\\(.*\\)</ApiKey>.*:\\1:p' /config/config.xml)
            login="header = \\"X-Api-Key: $key\\""
            """;

    /// Those of its kin, with what the addresses of their APIs call the things that each keeps.
    enum Kind {
        SONARR(8989, "v3", "series"),
        RADARR(7878, "v3", "movie"),
        LIDARR(8686, "v1", "artist"),
        READARR(8787, "v1", "author"),
        WHISPARR(6969, "v3", "series");

        private final int port;
        private final String version;
        private final String kept;

        Kind(int port, String version, String kept) {
            this.port = port;
            this.version = version;
            this.kept = kept;
        }

        static Optional<Kind> of(String service) {
            return List.of(values()).stream()
                    .filter(kind -> kind.name().equalsIgnoreCase(service))
                    .findFirst();
        }

        int port() {
            return port;
        }
    }

    private final Inside inside;
    private final Kind kind;
    private final String api;

    ArrFolders(Inside inside, Kind kind, String address) {
        this.inside = inside;
        this.kind = kind;
        this.api = "%s/api/%s/".formatted(address, kind.version);
    }

    @Override
    public List<String> relocate(String from, String to) {
        var changed = new ArrayList<String>();
        for (var root : inside.json(api + "rootfolder")) {
            var folder = plain(root.path("path").asString(""));
            Application.below(folder, from, to).ifPresent(now -> {
                make(root, now);
                changed.add("%d of %s are in %s".formatted(move(folder, now), folder, now));
                // Only now: by the old one it knows which part of a path is the thing's own.
                inside.ask(
                        "--request",
                        "DELETE",
                        api + "rootfolder/" + root.path("id").asInt(0));
            });
        }
        return changed;
    }

    private static String plain(String folder) {
        return folder.endsWith("/") ? folder.substring(0, folder.length() - 1) : folder;
    }

    private void make(JsonNode root, String folder) {
        var wanted = (ObjectNode) root.deepCopy();
        wanted.remove(List.of("id", "accessible", "freeSpace", "totalSpace", "unmappedFolders"));
        send("POST", "rootfolder", wanted.put("path", folder));
    }

    private int move(String from, String to) {
        var ids = new ArrayList<Integer>();
        for (var one : inside.json(api + kind.kept)) {
            if (one.path("path").asString("").startsWith(from + "/")) {
                ids.add(one.path("id").asInt(0));
            }
        }
        if (!ids.isEmpty()) {
            var name = kind.kept + "Ids";
            var edit = Inside.JSON.valueToTree(Map.of(name, ids, "rootFolderPath", to, "moveFiles", false));
            send("PUT", kind.kept + "/editor", edit);
        }
        return ids.size();
    }

    private void send(String method, String path, JsonNode body) {
        var answer = inside.ask(
                "--write-out",
                "\n%{http_code}",
                "--request",
                method,
                "--header",
                "Content-Type: application/json",
                "--data",
                body.toString(),
                api + path);
        if (!answer.substring(answer.lastIndexOf('\n') + 1).startsWith("2")) {
            throw inside.refused("answers to %s %s: %s".formatted(method, path, answer.replace('\n', ' ')));
        }
    }
}
