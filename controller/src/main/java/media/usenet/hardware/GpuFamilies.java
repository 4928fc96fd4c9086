package media.usenet.hardware;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import media.usenet.problem.Problem;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// The tables of `gpu-families.yaml`: which chip is of which generation, which display never encodes.
final class GpuFamilies {

    private static final String TABLE = "gpu-families.yaml";
    private static final Map<String, Gpu.Vendor> PCI_VENDORS =
            Map.of("8086", Gpu.Vendor.INTEL, "10de", Gpu.Vendor.NVIDIA, "1002", Gpu.Vendor.AMD);

    private final Map<Gpu.Vendor, List<Range>> ranges = new HashMap<>();
    private final Map<String, GpuFamily> boards = new LinkedHashMap<>();
    private final Set<String> displays;

    /// Device numbers from first to last.
    private record Range(int first, int last, GpuFamily family) {

        boolean covers(int device) {
            return first <= device && device <= last;
        }

        int width() {
            return last - first;
        }
    }

    private GpuFamilies(YamlMap table) {
        for (var vendor : List.of(Gpu.Vendor.INTEL, Gpu.Vendor.NVIDIA, Gpu.Vendor.AMD)) {
            var families = table.map(vendor.name().toLowerCase(Locale.ROOT));
            families.orderedKeys().forEach(name -> family(vendor, name, families.map(name)));
        }
        var soc = table.map("boards");
        soc.orderedKeys().forEach(name -> board(name, soc.map(name)));
        displays = Set.copyOf(table.texts("displays"));
    }

    static GpuFamilies load() {
        try (var in = Objects.requireNonNull(GpuFamilies.class.getResourceAsStream(TABLE), TABLE)) {
            return parse(TABLE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static GpuFamilies parse(String name, String text) {
        var table = YamlFile.parse(name, text);
        var families = new GpuFamilies(table);
        table.check(Problem.INTERNAL, "this table is part of the program: report it");
        return families;
    }

    /// @param vendor PCI vendor, four hexadecimal digits
    /// @param device PCI device, four hexadecimal digits
    GpuFamily of(String vendor, String device) {
        var maker = PCI_VENDORS.getOrDefault(vendor, Gpu.Vendor.UNKNOWN);
        return device.isEmpty() ? GpuFamily.unknown(maker) : of(maker, Integer.parseInt(device, 16));
    }

    private GpuFamily of(Gpu.Vendor maker, int device) {
        return ranges.getOrDefault(maker, List.of()).stream()
                .filter(range -> range.covers(device))
                .min(Comparator.comparingInt(Range::width))
                .map(Range::family)
                .orElseGet(() -> GpuFamily.unknown(maker));
    }

    /// The family of a board, by the texts of its device tree's `compatible`.
    Optional<GpuFamily> board(Collection<String> compatible) {
        return compatible.stream().map(boards::get).filter(Objects::nonNull).findFirst();
    }

    /// Whether this is the display of a management chip or a virtual machine.
    boolean display(String vendor, String device) {
        return displays.contains(vendor) || displays.contains(vendor + ":" + device);
    }

    /// A family by its name, for a chip that is not in the tables but says its generation itself.
    Optional<GpuFamily> named(Gpu.Vendor vendor, String name) {
        return ranges.getOrDefault(vendor, List.of()).stream()
                .map(Range::family)
                .filter(family ->
                        family.name().equals(name) && !family.encoders().isEmpty())
                .findFirst();
    }

    /// Every name that a GPU's family can have.
    Set<String> names() {
        var names = new TreeSet<String>();
        ranges.values()
                .forEach(some -> some.forEach(range -> names.add(range.family().name())));
        boards.values().forEach(board -> names.add(board.name()));
        return names;
    }

    private void family(Gpu.Vendor vendor, String name, YamlMap entry) {
        var encoders = entry.texts("encoders");
        var av1 = entry.flag("av1", false);
        chips(vendor, entry.map("chips"), chip -> new GpuFamily(vendor, name, chip, encoders, av1, true));
        chips(vendor, entry.map("without-encoder"), chip -> new GpuFamily(vendor, name, chip, List.of(), false, true));
    }

    private void chips(Gpu.Vendor vendor, YamlMap chips, Function<String, GpuFamily> family) {
        for (var chip : chips.orderedKeys()) {
            for (var range : chips.texts(chip)) {
                var ends = range.split("-", -1);
                var first = Integer.parseInt(ends[0], 16);
                var last = Integer.parseInt(ends[ends.length - 1], 16);
                ranges.computeIfAbsent(vendor, _ -> new ArrayList<>()).add(new Range(first, last, family.apply(chip)));
            }
        }
    }

    private void board(String name, YamlMap entry) {
        var vendor = entry.choice("vendor", Gpu.Vendor.UNKNOWN);
        var family = new GpuFamily(vendor, name, name, entry.texts("encoders"), false, true);
        entry.texts("compatible").forEach(text -> boards.put(text, family));
    }
}
