package media.usenet.relocation;

import java.util.ArrayList;
import java.util.List;
import media.usenet.apps.Inside;
import tools.jackson.databind.JsonNode;

/// SABnzbd over its API.
final class SabnzbdFolders implements Application {

    static final String LOGIN = """
            key=$(sed -n 's/^api_key *= *//p' /config/sabnzbd.ini | head -n 1)
            login="data = \\"apikey=$key\\""
            """;

    private static final List<String> FOLDERS =
            List.of("download_dir", "complete_dir", "dirscan_dir", "script_dir", "nzb_backup_dir", "email_dir");

    private final Inside inside;
    private final String address;

    SabnzbdFolders(Inside inside, String address) {
        this.inside = inside;
        this.address = address + "/api";
    }

    @Override
    public List<String> relocate(String from, String to) {
        var changed = new ArrayList<String>();
        var misc = call("mode=get_config", "section=misc").path("config").path("misc");
        for (var name : FOLDERS) {
            Application.below(misc.path(name).asString(""), from, to).ifPresent(now -> {
                set(name, now);
                changed.add("%s is %s".formatted(name, now));
            });
        }
        var categories = call("mode=get_config", "section=categories").path("config");
        for (var category : categories.path("categories")) {
            var name = category.path("name").asString("");
            Application.below(category.path("dir").asString(""), from, to).ifPresent(now -> {
                call("mode=set_config", "section=categories", "keyword=" + name, "name=" + name, "dir=" + now);
                changed.add("the category %s is at %s".formatted(name, now));
            });
        }
        return changed;
    }

    /// It keeps the old folder while something waits in its queue, and answers with that one.
    private void set(String name, String folder) {
        var answer = call("mode=set_config", "section=misc", "keyword=" + name, "value=" + folder);
        if (!answer.path("config").path("misc").path(name).asString("").equals(folder)) {
            throw inside.refused("keeps its %s: %s".formatted(name, answer));
        }
    }

    private JsonNode call(String... form) {
        var arguments = new ArrayList<>(List.of("--data", "output=json"));
        for (var field : form) {
            arguments.addAll(List.of("--data-urlencode", field));
        }
        arguments.add(address);
        return inside.json(arguments.toArray(String[]::new));
    }
}
