package media.usenet.relocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.apps.Transmission;

/// The folders that Transmission holds: those of its torrents, and where it puts new ones.
final class TransmissionFolders implements Application {

    private static final List<String> NAMES = List.of("download-dir", "incomplete-dir");

    private final Transmission transmission;

    TransmissionFolders(Transmission transmission) {
        this.transmission = transmission;
    }

    @Override
    public List<String> relocate(String from, String to) {
        var changed = new ArrayList<String>();
        torrents()
                .forEach((folder, ids) -> Application.below(folder, from, to).ifPresent(now -> {
                    transmission.call("torrent-set-location", Map.of("ids", ids, "location", now, "move", false));
                    changed.add("%d torrents of %s are at %s".formatted(ids.size(), folder, now));
                }));
        var session = transmission.call("session-get", Map.of("fields", NAMES));
        for (var name : NAMES) {
            Application.below(session.path(name).asString(""), from, to).ifPresent(now -> {
                transmission.call("session-set", Map.of(name, now));
                changed.add("%s is %s".formatted(name, now));
            });
        }
        return changed;
    }

    /// By folder, as each is told by one call.
    private Map<String, List<Integer>> torrents() {
        var torrents = new LinkedHashMap<String, List<Integer>>();
        for (var torrent : transmission
                .call("torrent-get", Map.of("fields", List.of("id", "downloadDir")))
                .path("torrents")) {
            torrents.computeIfAbsent(torrent.path("downloadDir").asString(""), _ -> new ArrayList<>())
                    .add(torrent.path("id").asInt(0));
        }
        return torrents;
    }
}
