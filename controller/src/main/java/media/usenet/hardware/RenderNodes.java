package media.usenet.hardware;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Render nodes by the device they belong to, since their numbers change between boots.
record RenderNodes(Map<String, String> bySlot, Map<String, String> byPlatform) {

    private static final Pattern SLOT = Pattern.compile("[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\\.[0-7]");
    private static final Pattern BY_PATH = Pattern.compile("pci-(" + SLOT.pattern() + ")-render");

    static RenderNodes read(Tree tree) {
        var nodes = new RenderNodes(new HashMap<>(), new HashMap<>());
        for (var link : tree.names("/dev/dri/by-path")) {
            var slot = BY_PATH.matcher(link);
            if (slot.matches()) {
                tree.linkName("/dev/dri/by-path/" + link).ifPresent(node -> nodes.bySlot.put(slot.group(1), node));
            }
        }
        for (var name : tree.names("/sys/class/drm")) {
            if (name.startsWith("renderD")) {
                nodes.add(tree, name);
            }
        }
        return nodes;
    }

    private void add(Tree tree, String name) {
        var device = "/sys/class/drm/" + name + "/device";
        var slot = Uevent.of(tree, device).value("PCI_SLOT_NAME").or(() -> slotIn(tree.follow(device)));
        slot.ifPresentOrElse(
                address -> bySlot.put(address, name),
                () -> byPlatform.put(name, PciDisplays.driver(tree, device).orElse("")));
    }

    Optional<String> of(String slot) {
        return Optional.ofNullable(bySlot.get(slot)).map(RenderNodes::path);
    }

    static String path(String name) {
        return "/dev/dri/" + name;
    }

    /// The last PCI address in a path: those before it are the bridges that lead there.
    static Optional<String> slotIn(String path) {
        return SLOT.matcher(path).results().map(found -> found.group()).reduce((_, last) -> last);
    }
}
