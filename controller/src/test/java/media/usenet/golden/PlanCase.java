package media.usenet.golden;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.CatalogFiles;
import media.usenet.hardware.Gpu;
import media.usenet.hardware.Gpu.Vendor;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.hardware.HardwareFacts;
import media.usenet.hardware.HardwareFacts.Board;
import media.usenet.hardware.HardwareFacts.Cpu;
import media.usenet.hardware.HardwareFacts.Memory;
import media.usenet.hardware.HardwareFacts.OperatingSystem;
import media.usenet.hardware.HardwareProfile;
import media.usenet.plan.EngineFacts;
import media.usenet.plan.Planner;
import media.usenet.plan.StackFacts;
import media.usenet.plan.StackPlan;
import media.usenet.plan.TakenPort;
import media.usenet.pool.PoolFacts;
import media.usenet.problem.Problem;
import media.usenet.settings.SettingsFolder;
import media.usenet.settings.StackSettings;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// A plan's input in a few lines of YAML: machine, engine, ports that are taken, settings; over the shipped templates.
public final class PlanCase {

    private static final Path TEMPLATES = Path.of("../compose-templates");

    private final YamlMap yaml;

    private PlanCase(YamlMap yaml) {
        this.yaml = yaml;
    }

    public static StackPlan plan(String text) {
        var planCase = new PlanCase(YamlFile.parse("case", text));
        var plan = Planner.plan(planCase.facts(), planCase.catalog(), planCase.settings());
        planCase.yaml.check(Problem.INVALID_REQUEST, "correct the golden case");
        return plan;
    }

    public static Catalog shipped() {
        return new CatalogFiles(TEMPLATES, Path.of("no-such-folder")).load();
    }

    /// All services of the shipped catalog, or those that the case names.
    private Catalog catalog() {
        var all = shipped();
        var named = yaml.texts("catalog");
        if (named.isEmpty()) {
            return all;
        }
        var some = new TreeMap<>(all.services());
        some.keySet().retainAll(Set.copyOf(named));
        return new Catalog(some, all.defaults());
    }

    private StackSettings settings() {
        return SettingsFolder.parse(yaml.text("settings", ""), yaml.text("env", ""), TestSettings.defaults());
    }

    private StackFacts facts() {
        var machine = yaml.map("machine");
        var memory = (long) machine.integer("memory-gib", 16, 1, 4096) << 30;
        var hardware = new HardwareFacts(
                new Cpu("a CPU", "x86_64", 4, machine.integer("threads", 4, 1, 1024)),
                new Memory(memory),
                new Board("unknown", "unknown"),
                new OperatingSystem("debian", "12", "Debian", "6.1", "none"),
                machine.maps("gpus").stream().map(PlanCase::gpu).toList(),
                List.of(),
                0);
        var engine = yaml.map("engine");
        return new StackFacts(
                hardware,
                machine.maps("profiles").stream()
                        .map(PlanCase::profile)
                        .collect(Collectors.toMap(HardwareProfile::name, profile -> profile)),
                new PoolFacts(Path.of("/srv/pool"), PoolFacts.State.GUARDED, "", true),
                new EngineFacts(
                        engine.text("version", "20.10.24"),
                        engine.text("compose", "2.26.1"),
                        Set.copyOf(engine.texts("runtimes")),
                        engine.flag("limits-cpu", true)),
                yaml.maps("taken").stream().map(PlanCase::taken).toList(),
                earlier());
    }

    private Map<String, Integer> earlier() {
        var earlier = yaml.map("earlier");
        return earlier.orderedKeys().stream()
                .collect(Collectors.toMap(name -> name, name -> earlier.integer(name, 0, 1, 65_535)));
    }

    private static TakenPort taken(YamlMap port) {
        return new TakenPort(
                port.text("address", "0.0.0.0"),
                port.integer("port", 0, 1, 65_535),
                port.text("protocol", "tcp"),
                port.requiredText("holder"));
    }

    private static Gpu gpu(YamlMap gpu) {
        return new Gpu(
                gpu.choice("vendor", Vendor.UNKNOWN),
                gpu.requiredText("model"),
                "0000:0000",
                gpu.text("slot").orElse(null),
                gpu.text("driver").orElse(null),
                gpu.text("render-node").map(Path::of).orElse(null),
                gpu.optionalInteger("group", 0, 65_535).orElse(null),
                gpu.texts("nodes").stream().map(Path::of).toList(),
                gpu.text("family", "UNKNOWN"),
                gpu.texts("candidates"),
                null,
                gpu.text("profile").orElse(null),
                gpu.choice("verdict", Verdict.OK),
                gpu.text("reason", "driver and nodes are there"));
    }

    private static HardwareProfile profile(YamlMap profile) {
        return new HardwareProfile(
                profile.requiredText("name"),
                profile.text("title", "a family"),
                List.of(),
                List.of(),
                Optional.of(profile.text("runtime", "")).filter(runtime -> !runtime.isEmpty()),
                profile.textMap("environment"),
                profile.texts("security-options"),
                0);
    }
}
