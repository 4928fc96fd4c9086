package media.usenet.hardware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Names of PCI devices, from the machine's own copy of the PCI ID repository (`pci.ids`).
final class PciNames {

    private static final List<String> PLACES = List.of("/usr/share/misc/pci.ids", "/usr/share/hwdata/pci.ids");

    private PciNames() {}

    static Map<String, String> read(Tree tree, Set<String> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return PLACES.stream()
                .map(tree::whole)
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> parse(text, ids))
                .orElse(Map.of());
    }

    /// Names by `vendor:device`, of the ids asked for.
    static Map<String, String> parse(String text, Set<String> ids) {
        var names = new HashMap<String, String>();
        var vendor = "";
        for (var line : (Iterable<String>) text.lines()::iterator) {
            if (line.length() < 6 || line.startsWith("#") || line.startsWith("\t\t")) {
                continue;
            }
            if (!line.startsWith("\t")) {
                vendor = line.substring(0, 4);
            } else if (ids.contains(vendor + ":" + line.substring(1, 5))) {
                names.put(vendor + ":" + line.substring(1, 5), line.substring(5).strip());
            }
        }
        return names;
    }
}
