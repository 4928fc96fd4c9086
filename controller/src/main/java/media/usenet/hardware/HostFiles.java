package media.usenet.hardware;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import media.usenet.hardware.HardwareFacts.Board;
import media.usenet.hardware.HardwareFacts.Cpu;
import media.usenet.hardware.HardwareFacts.Memory;
import media.usenet.hardware.HardwareFacts.OperatingSystem;

/// Processor, memory, board and operating system, as the machine's own files tell them.
final class HostFiles {

    static final String UNKNOWN = "unknown";

    private final Tree tree;

    HostFiles(Tree tree) {
        this.tree = tree;
    }

    Cpu cpu() {
        var text = tree.whole("/proc/cpuinfo").orElse("");
        var model = Stream.of("model name", "Model", "Hardware", "cpu model")
                .flatMap(name -> value(text, name).stream())
                .findFirst();
        var threads = (int)
                text.lines().filter(line -> field(line).equals("processor")).count();
        return new Cpu(model.orElse(UNKNOWN), architecture(text), cores(text, threads), threads);
    }

    /// Cores differ in `physical id` and `core id`; ARM shows neither, and has as many as processors.
    private static int cores(String cpuinfo, int threads) {
        Set<String> cores = new HashSet<>();
        var physical = "";
        for (var line : (Iterable<String>) cpuinfo.lines()::iterator) {
            if (field(line).equals("physical id")) {
                physical = line;
            } else if (field(line).equals("core id")) {
                cores.add(physical + line);
            }
        }
        return cores.isEmpty() ? threads : cores.size();
    }

    private String architecture(String cpuinfo) {
        if (tree.live()) {
            var name = System.getProperty("os.arch", UNKNOWN);
            return name.equals("amd64") ? "x86_64" : name;
        }
        if (value(cpuinfo, "flags")
                .filter(flags -> (" " + flags + " ").contains(" lm "))
                .isPresent()) {
            return "x86_64";
        }
        return value(cpuinfo, "CPU architecture")
                .filter("8"::equals)
                .map(_ -> "aarch64")
                .orElse(UNKNOWN);
    }

    Memory memory() {
        var kilobytes = value(tree.text("/proc/meminfo").orElse(""), "MemTotal")
                .map(text -> text.replace(" kB", ""))
                .filter(text -> text.matches("\\d{1,15}"));
        return new Memory(kilobytes.map(Long::parseLong).orElse(0L) * 1024);
    }

    Board board() {
        var model = Boards.property(tree, "model").stream().findFirst();
        return new Board(
                dmi("sys_vendor").or(() -> dmi("board_vendor")).orElse(UNKNOWN),
                dmi("product_name").or(() -> dmi("board_name")).or(() -> model).orElse(UNKNOWN));
    }

    /// Makers leave the fields that they do not care for as they found them.
    private Optional<String> dmi(String name) {
        return tree.text("/sys/class/dmi/id/" + name)
                .filter(text ->
                        !text.isEmpty() && !text.toLowerCase(Locale.ROOT).contains("o.e.m."))
                .filter(text -> !text.equals("Default string") && !text.startsWith("System "));
    }

    OperatingSystem os() {
        var release = osRelease();
        return new OperatingSystem(
                release.getOrDefault("ID", UNKNOWN),
                release.getOrDefault("VERSION_ID", UNKNOWN),
                release.getOrDefault("PRETTY_NAME", release.getOrDefault("NAME", UNKNOWN)),
                tree.text("/proc/sys/kernel/osrelease")
                        .filter(text -> !text.isEmpty())
                        .orElse(UNKNOWN),
                new Virtualization(tree).name());
    }

    private Map<String, String> osRelease() {
        var text = tree.text("/etc/os-release").or(() -> tree.text("/usr/lib/os-release"));
        var values = new TreeMap<String, String>();
        Uevent.parse(text.orElse("")).values().forEach((name, value) -> {
            var plain = value.replaceAll("^[\"']|[\"']$", "");
            if (!plain.isEmpty()) {
                values.put(name, plain);
            }
        });
        return values;
    }

    static Optional<String> value(String text, String name) {
        return text.lines()
                .filter(line -> field(line).equals(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String field(String line) {
        var colon = line.indexOf(':');
        return colon < 0 ? "" : line.substring(0, colon).strip();
    }
}
