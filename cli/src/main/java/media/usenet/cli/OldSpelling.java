package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// Spellings of the program that came before, and what they are called now.
final class OldSpelling {

    private static final String[][] NOW = {
        {"deploy", "services up"},
        {"start", "services start"},
        {"stop", "services stop"},
        {"restart", "services restart"},
        {"status", "services status"},
        {"logs", "services logs"},
        {"hardware detect", "hardware list"},
        {"hardware configure", "hardware profile"},
        {"jobs get", "jobs show"},
        {"transcode", "media transcode"},
        {"batch transcode", "media transcode"},
        {"storage select", "storage discover"},
        {"storage apply", "services up"},
        {"storage balance", "storage pool balance"},
        {"storage monitor", "storage watch"},
        {"storage validate", "storage doctor"},
        {"backup clean", "backup prune"},
        {"backup cleanup", "backup prune"},
        {"--backup", "backup create"},
        {"--storage", "storage list"},
        {"--start", "services start"},
        {"--stop", "services stop"},
        {"--shutdown", "services stop"},
        {"--restart", "services restart"},
        {"--status", "services status"},
    };

    private OldSpelling() {}

    static List<String> all() {
        return List.of(NOW).stream().map(pair -> pair[0]).toList();
    }

    /// The arguments as they are spelled now; the same array when nothing is old in them.
    static String[] renewed(String[] args, Notes notes) {
        for (int at = 0; at < args.length; at++) {
            for (var pair : NOW) {
                var old = pair[0].split(" ");
                if (stands(args, at, old)) {
                    notes.warn("'usenet " + pair[0] + "' is now 'usenet " + pair[1] + "'");
                    return replaced(args, at, old.length, pair[1].split(" "));
                }
            }
            if (args[at].equals(CommandTree.VALUED)) {
                at++;
            } else if (!args[at].startsWith("-")) {
                return args;
            }
        }
        return args;
    }

    private static boolean stands(String[] args, int at, String[] old) {
        for (int word = 0; word < old.length; word++) {
            if (at + word >= args.length || !args[at + word].equals(old[word])) {
                return false;
            }
        }
        return true;
    }

    private static String[] replaced(String[] args, int at, int count, String[] now) {
        var renewed = new ArrayList<>(List.of(args).subList(0, at));
        renewed.addAll(List.of(now));
        renewed.addAll(List.of(args).subList(at + count, args.length));
        return renewed.toArray(String[]::new);
    }
}
