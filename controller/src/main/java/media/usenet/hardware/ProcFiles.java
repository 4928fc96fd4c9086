package media.usenet.hardware;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.hardware.HardwareStatus.Temperature;

/// The kernel's live figures, read straight from `/proc` and `/sys`: cheap enough for every scrape.
final class ProcFiles {

    /// In the order of `/proc/stat`, under node_exporter's names; guest time is part of user time.
    private static final List<String> MODES =
            List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal");

    private final Tree tree;

    ProcFiles(Tree tree) {
        this.tree = tree;
    }

    /// Over 1, 5 and 15 minutes; empty when unknown.
    List<Double> load() {
        var numbers = tree.text("/proc/loadavg").stream()
                .flatMap(text -> List.of(text.split(" ", -1)).stream())
                .limit(3)
                .flatMap(word -> decimal(word).stream())
                .toList();
        return numbers.size() == 3 ? numbers : List.of();
    }

    /// Bytes by the names of `/proc/meminfo`.
    Map<String, Long> memory() {
        var bytes = new LinkedHashMap<String, Long>();
        for (var line : (Iterable<String>) tree.text("/proc/meminfo").orElse("").lines()::iterator) {
            var words = line.split("\\s+", -1);
            if (words.length > 2 && words[0].endsWith(":")) {
                whole(words[1]).ifPresent(number -> bytes.put(words[0].replace(":", ""), number * 1024));
            }
        }
        return bytes;
    }

    /// Ticks by processor (`cpu` for all) and mode, in the order of `/proc/stat`.
    Map<String, Map<String, Long>> ticks() {
        var all = new LinkedHashMap<String, Map<String, Long>>();
        for (var line : stat()) {
            if (line.startsWith("cpu")) {
                var words = line.split("\\s+", -1);
                var ticks = new LinkedHashMap<String, Long>();
                for (var i = 0; i < MODES.size() && i + 1 < words.length; i++) {
                    var mode = MODES.get(i);
                    whole(words[i + 1]).ifPresent(number -> ticks.put(mode, number));
                }
                all.put(words[0], ticks);
            }
        }
        return all;
    }

    Optional<Long> bootTime() {
        return stat().stream()
                .filter(line -> line.startsWith("btime "))
                .findFirst()
                .flatMap(line -> whole(line.substring("btime ".length())));
    }

    List<Temperature> temperatures() {
        var temperatures = new ArrayList<Temperature>();
        for (var chip : tree.names("/sys/class/hwmon")) {
            temperatures.addAll(sensors("/sys/class/hwmon/" + chip));
        }
        if (temperatures.isEmpty()) {
            for (var zone : tree.names("/sys/class/thermal")) {
                var base = "/sys/class/thermal/" + zone;
                millidegrees(base + "/temp")
                        .ifPresent(celsius -> temperatures.add(
                                new Temperature(tree.text(base + "/type").orElse(zone), celsius)));
            }
        }
        return List.copyOf(temperatures);
    }

    /// The sensors of one hwmon chip.
    List<Temperature> sensors(String chip) {
        var name = tree.text(chip + "/name").orElse("sensor");
        var temperatures = new ArrayList<Temperature>();
        for (var file : tree.names(chip)) {
            if (file.startsWith("temp") && file.endsWith("_input")) {
                var label = tree.text(chip + "/" + file.replace("_input", "_label"));
                var sensor = name + label.map(text -> " " + text).orElse("");
                millidegrees(chip + "/" + file)
                        .ifPresent(celsius -> temperatures.add(new Temperature(sensor, celsius)));
            }
        }
        return temperatures;
    }

    Optional<Long> number(String path) {
        return tree.text(path).flatMap(ProcFiles::whole);
    }

    private Optional<Double> millidegrees(String path) {
        return number(path).map(number -> number / 1000.0);
    }

    private List<String> stat() {
        return tree.text("/proc/stat").orElse("").lines().toList();
    }

    private static Optional<Long> whole(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Optional<Double> decimal(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    }
}
