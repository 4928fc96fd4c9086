package media.usenet.hardware;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds display functions on the PCI bus, and through `/sys/class/drm` where a capture holds no more.
final class PciDisplays {

    private static final String BUS = "/sys/bus/pci/devices/";
    private static final String DRM = "/sys/class/drm/";
    private static final Pattern CARD = Pattern.compile("(card|renderD)\\d+");
    private static final Pattern MODALIAS =
            Pattern.compile("pci:v0000([0-9A-F]{4})d0000([0-9A-F]{4}).*bc([0-9A-F]{2})sc([0-9A-F]{2}).*");
    private static final Pattern HEX4 = Pattern.compile("(?:0x)?([0-9a-f]{4})");

    private final Tree tree;
    private final RenderNodes nodes;
    private final Map<String, PciDisplay> found = new LinkedHashMap<>();

    private PciDisplays(Tree tree, RenderNodes nodes) {
        this.tree = tree;
        this.nodes = nodes;
    }

    static List<PciDisplay> read(Tree tree, RenderNodes nodes) {
        var displays = new PciDisplays(tree, nodes);
        displays.onBus();
        displays.inDrm();
        return List.copyOf(displays.found.values());
    }

    private void onBus() {
        for (var slot : tree.names(BUS)) {
            var device = tree.follow(BUS + slot);
            if (display(device)) {
                found.put(slot, read(slot, device, true));
            }
        }
    }

    private void inDrm() {
        for (var name : tree.names(DRM)) {
            var device = tree.follow(DRM + name + "/device");
            if (!CARD.matcher(name).matches() || !pci(device)) {
                continue;
            }
            var slot = slot(device);
            found.computeIfAbsent(slot == null ? name : slot, _ -> read(slot, device, false));
        }
    }

    private PciDisplay read(@Nullable String slot, String device, boolean whole) {
        var own = tree.names(device + "/drm").stream()
                .filter(name -> name.startsWith("renderD"))
                .findFirst()
                .map(RenderNodes::path);
        var node = own.or(() -> Optional.ofNullable(slot).flatMap(nodes::of));
        return new PciDisplay(
                slot,
                id(device, "vendor", 0),
                id(device, "device", 1),
                driver(tree, device).orElse(null),
                node.orElse(null),
                tree.exists(device + "/physfn"),
                !whole || node.isPresent() || !tree.names(device + "/drm").isEmpty(),
                whole);
    }

    /// The driver's name from the link, or from `uevent` where a capture lost the link.
    static Optional<String> driver(Tree tree, String device) {
        return tree.linkName(device + "/driver")
                .or(() -> Uevent.of(tree, device).value("DRIVER"));
    }

    /// Classes 0x0300, 0x0302 and 0x0380: a GPU that is not the first display is often the last of them.
    private boolean display(String device) {
        var uevent = Uevent.of(tree, device);
        var pciClass = tree.text(device + "/class")
                .or(() -> uevent.value("PCI_CLASS").map(hex -> "0x" + "0".repeat(Math.max(0, 6 - hex.length())) + hex))
                .or(() -> modalias(device).map(parts -> "0x" + parts[2] + parts[3]));
        return pciClass.map(String::toLowerCase)
                .filter(text -> text.startsWith("0x0300") || text.startsWith("0x0302") || text.startsWith("0x0380"))
                .isPresent();
    }

    private boolean pci(String device) {
        return slot(device) != null || tree.exists(device + "/vendor");
    }

    private @Nullable String slot(String device) {
        return Uevent.of(tree, device)
                .value("PCI_SLOT_NAME")
                .or(() -> RenderNodes.slotIn(device))
                .orElse(null);
    }

    private String id(String device, String attribute, int part) {
        return tree.text(device + "/" + attribute)
                .or(() -> Uevent.of(tree, device).value("PCI_ID").map(id -> id.split(":", -1)[part]))
                .or(() -> modalias(device).map(parts -> parts[part]))
                .map(text -> HEX4.matcher(text.toLowerCase(Locale.ROOT)))
                .filter(hex -> hex.matches())
                .map(hex -> hex.group(1))
                .orElse("");
    }

    private Optional<String[]> modalias(String device) {
        return tree.text(device + "/modalias")
                .or(() -> Uevent.of(tree, device).value("MODALIAS"))
                .map(MODALIAS::matcher)
                .filter(alias -> alias.matches())
                .map(alias -> new String[] {alias.group(1), alias.group(2), alias.group(3), alias.group(4)});
    }
}
