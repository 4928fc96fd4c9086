package media.usenet.hardware;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import tools.jackson.databind.json.JsonMapper;

/// Captures a machine: what its hardware was recognised by, and nothing that names it. Written to a folder and read
/// back, it gives the same GPUs.
final class MachineCapture {

    private static final Duration TOOL_TIMEOUT = Duration.ofSeconds(10);
    private static final Map<String, List<String>> TOOLS = tools();

    private final Path root;
    private final Hardware hardware;
    private final ProcessRunner programs;

    MachineCapture(Path root, Hardware hardware, ProcessRunner programs) {
        this.root = root;
        this.hardware = hardware;
        this.programs = programs;
    }

    HardwareCapture capture() {
        var machine = Machine.at(root);
        var captured = new CapturedFiles(machine.tree());
        captured.machine();
        if (machine.tree().live()) {
            TOOLS.forEach((file, argv) -> run(argv, file, captured));
        }
        var facts = hardware.facts(root);
        captured.text("expected.json", expected(facts));
        return new HardwareCapture(name(facts), captured.all());
    }

    private void run(List<String> argv, String file, CapturedFiles captured) {
        if (programs.run(Command.of(TOOL_TIMEOUT, argv)) instanceof Outcome.Exited exited) {
            captured.text(file, exited.stdout() + exited.stderr());
        }
    }

    private static String name(HardwareFacts facts) {
        var what = facts.gpus().isEmpty() ? "no-gpu" : facts.gpus().getFirst().family();
        return "capture-" + what.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Our own reading: to be corrected by whoever knows better.
    private static String expected(HardwareFacts facts) {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("gpus", facts.gpus().stream().map(MachineCapture::expected).toList());
        expected.put("virtualDisplays", facts.virtualDisplays());
        expected.put("virtualFunctions", facts.virtualFunctions());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(expected) + "\n";
    }

    private static Map<String, Object> expected(Gpu gpu) {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("vendor", gpu.vendor());
        expected.put("pci", gpu.pci());
        expected.put("slot", gpu.slot());
        expected.put("driver", gpu.driver());
        expected.put(
                "renderNode", gpu.renderNode() == null ? null : gpu.renderNode().toString());
        expected.put("family", gpu.family());
        expected.put("hwEncodeCandidates", gpu.hwEncodeCandidates());
        expected.put("av1Encode", gpu.av1Encode());
        expected.put("verdict", gpu.verdict());
        return expected;
    }

    private static Map<String, List<String>> tools() {
        var tools = new LinkedHashMap<String, List<String>>();
        tools.put("lspci-Dnnk.txt", List.of("lspci", "-Dnnk"));
        tools.put("vainfo-a.txt", List.of("vainfo", "-a"));
        tools.put("nvidia-smi-q-x.xml", List.of("nvidia-smi", "-q", "-x"));
        return tools;
    }
}
