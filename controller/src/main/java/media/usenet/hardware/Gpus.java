package media.usenet.hardware;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The GPUs of a machine, and the displays and virtual functions that are none.
record Gpus(List<Gpu> gpus, List<String> virtualDisplays, int virtualFunctions) {

    static Gpus read(Tree tree, ToolTexts texts, GpuFamilies families) {
        return new Reading(tree, texts, families).gpus();
    }

    private static final class Reading {

        private final Tree tree;
        private final ToolTexts texts;
        private final GpuFamilies families;
        private final RenderNodes nodes;

        Reading(Tree tree, ToolTexts texts, GpuFamilies families) {
            this.tree = tree;
            this.texts = texts;
            this.families = families;
            this.nodes = RenderNodes.read(tree);
        }

        Gpus gpus() {
            var displays = displays();
            var cards = displays.stream()
                    .filter(display -> !display.virtualFunction() && !virtual(display) && !second(display, displays))
                    .toList();
            var names = names(cards);
            var onBus = cards.stream().map(card -> gpu(card, names));
            var board = new Boards(tree, nodes, families).read().stream();
            return new Gpus(
                    Stream.concat(onBus, board).toList(),
                    displays.stream()
                            .filter(this::virtual)
                            .map(PciDisplay::pci)
                            .filter(Objects::nonNull)
                            .toList(),
                    (int) displays.stream()
                            .filter(display -> display.virtualFunction() && !virtual(display))
                            .count());
        }

        private List<PciDisplay> displays() {
            var displays = PciDisplays.read(tree, nodes);
            return displays.isEmpty()
                    ? texts.lspci().stream()
                            .map(function -> function.display(texts.lspci()))
                            .toList()
                    : displays;
        }

        /// Older GPUs show each output as a function; the second does nothing by itself and no driver takes it.
        private static boolean second(PciDisplay display, List<PciDisplay> all) {
            var slot = display.slot();
            if (slot == null || slot.endsWith(".0") || display.driver() != null) {
                return false;
            }
            var first = slot.substring(0, slot.length() - 1) + "0";
            return all.stream()
                    .anyMatch(other ->
                            first.equals(other.slot()) && other.vendor().equals(display.vendor()));
        }

        private boolean virtual(PciDisplay display) {
            return families.display(display.vendor(), display.device());
        }

        private Gpu gpu(PciDisplay display, Map<String, String> names) {
            var family = families.of(display.vendor(), display.device());
            var node = display.renderNode();
            var judgement = Judgement.of(display, family, nodeThere(node));
            return new Gpu(
                    family.vendor(),
                    names.getOrDefault(Objects.requireNonNullElse(display.pci(), ""), name(display, family)),
                    display.pci(),
                    display.slot(),
                    display.driver(),
                    node == null ? null : Path.of(node),
                    node == null ? null : tree.group(node).orElse(null),
                    List.of(),
                    family.name(),
                    judgement.worthATry() ? family.encoders() : List.of(),
                    family.av1(),
                    null,
                    judgement.verdict(),
                    judgement.reason());
        }

        private @Nullable Boolean nodeThere(@Nullable String node) {
            if (node == null || !(tree.live() || tree.directory("/dev/dri"))) {
                return null;
            }
            return tree.exists(node);
        }

        private Map<String, String> names(List<PciDisplay> cards) {
            var ids = cards.stream()
                    .map(PciDisplay::pci)
                    .flatMap(Stream::ofNullable)
                    .collect(Collectors.toCollection(TreeSet::new));
            var names = new HashMap<>(PciNames.read(tree, ids));
            texts.lspci()
                    .forEach(function ->
                            names.put(function.vendor() + ":" + function.device(), shortName(function.name())));
            return names;
        }

        private static String shortName(String name) {
            return Stream.of("Intel Corporation ", "NVIDIA Corporation ", "Advanced Micro Devices, Inc. [AMD/ATI] ")
                    .filter(name::startsWith)
                    .findFirst()
                    .map(maker -> name.substring(maker.length()))
                    .orElse(name);
        }

        private static String name(PciDisplay display, GpuFamily family) {
            var id = Optional.ofNullable(display.pci()).map(" (%s)"::formatted).orElse("");
            return family.vendor() == Gpu.Vendor.UNKNOWN ? "unknown GPU" + id : maker(family) + family.chip() + id;
        }

        private static String maker(GpuFamily family) {
            var name = family.vendor().name();
            return (family.vendor() == Gpu.Vendor.INTEL
                            ? name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT)
                            : name)
                    + " ";
        }
    }
}
