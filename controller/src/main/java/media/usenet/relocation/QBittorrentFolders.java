package media.usenet.relocation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.apps.Inside;

/// qBittorrent over its Web API. Of its password only a hash is kept anywhere: it answers where its user lets
/// clients on localhost in without one.
final class QBittorrentFolders implements Application {

    static final String LOGIN = "login=";

    private static final List<String> FOLDERS = List.of("save_path", "temp_path", "export_dir", "export_dir_fin");
    private static final String FORBIDDEN = "Forbidden";

    private final Inside inside;
    private final String address;

    QBittorrentFolders(Inside inside, String address) {
        this.inside = inside;
        this.address = address + "/api/v2/";
    }

    @Override
    public List<String> relocate(String from, String to) {
        if (ask("app/preferences").strip().equals(FORBIDDEN)) {
            throw inside.refused("lets nobody in without its password: let clients on localhost in (Options, Web UI)"
                    + " and restore it again");
        }
        var changed = new ArrayList<String>();
        preferences(from, to, changed);
        categories(from, to, changed);
        torrents(from, to, changed);
        return changed;
    }

    private void preferences(String from, String to, List<String> changed) {
        var held = inside.json(address + "app/preferences");
        for (var name : FOLDERS) {
            Application.below(held.path(name).asString(""), from, to).ifPresent(now -> {
                ask("app/setPreferences", "json=" + Inside.JSON.writeValueAsString(Map.of(name, now)));
                changed.add("%s is %s".formatted(name, now));
            });
        }
    }

    private void categories(String from, String to, List<String> changed) {
        for (var category : inside.json(address + "torrents/categories")) {
            var name = category.path("name").asString("");
            Application.below(category.path("savePath").asString(""), from, to).ifPresent(now -> {
                ask("torrents/editCategory", "category=" + name, "savePath=" + now);
                changed.add("the category %s is at %s".formatted(name, now));
            });
        }
    }

    /// Those that follow their category have followed it.
    private void torrents(String from, String to, List<String> changed) {
        var torrents = new LinkedHashMap<String, List<String>>();
        for (var torrent : inside.json(address + "torrents/info")) {
            torrents.computeIfAbsent(torrent.path("save_path").asString(""), _ -> new ArrayList<>())
                    .add(torrent.path("hash").asString(""));
        }
        torrents.forEach((folder, hashes) -> Application.below(folder, from, to).ifPresent(now -> {
            ask("torrents/setLocation", "hashes=" + String.join("|", hashes), "location=" + now);
            changed.add("%d torrents of %s are at %s".formatted(hashes.size(), folder, now));
        }));
    }

    private String ask(String path, String... form) {
        var arguments = new ArrayList<String>();
        for (var field : form) {
            arguments.addAll(List.of("--data-urlencode", field));
        }
        arguments.add(address + path);
        return inside.ask(arguments.toArray(String[]::new));
    }
}
