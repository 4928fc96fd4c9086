package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.host.Outcome;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Each case is a machine as facts, and what is read from it.
class GpuCasesTest {

    private static final Path CASES = Path.of("src/test/resources/hardware/cases");
    private static final String LINE = "----------\n";

    @TempDir
    Path temp;

    private final Hardware hardware = new Hardware(
            Path.of("/"),
            new HardwareProfiles(Path.of("../hardware-profiles"), Optional.empty()),
            new Nvml(NvmlAnswer.Absent::new, InstantSource.system()));

    @TestFactory
    Stream<DynamicTest> every_machine_reads_as_its_case_says() throws IOException {
        return cases(this::compare);
    }

    @TestFactory
    Stream<DynamicTest> every_capture_read_back_gives_the_same_gpus() throws IOException {
        return cases(this::roundTrip);
    }

    private void compare(Path file) throws IOException {
        var parts = Files.readString(file).split(LINE, -1);
        var seen = text(hardware.facts(tree(file, parts[0])));
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, parts[0] + LINE + seen);
        }
        assertThat(seen).isEqualTo(Files.readString(file).split(LINE, -1)[1]);
    }

    private void roundTrip(Path file) throws IOException {
        var root = tree(file, Files.readString(file).split(LINE, -1)[0]);
        var capture =
                new MachineCapture(root, hardware, (command, _) -> new Outcome.NotFound(command.program())).capture();
        var copy = Files.createDirectories(temp.resolve("copy-of-" + file.getFileName()));
        for (var captured : capture.files()) {
            var path = copy.resolve(captured.path());
            Files.createDirectories(path.getParent());
            if (captured.link() != null) {
                Files.createSymbolicLink(path, Path.of(captured.link()));
            } else {
                Files.writeString(path, captured.text());
            }
        }
        assertThat(text(hardware.facts(copy))).isEqualTo(text(hardware.facts(root)));
    }

    private Path tree(Path file, String facts) throws IOException {
        var root = temp.resolve(file.getFileName().toString());
        if (!Files.exists(root)) {
            new FactText(Files.createDirectories(root)).write(facts);
        }
        return root;
    }

    private static String text(HardwareFacts facts) {
        var gpus = facts.gpus().stream().map(GpuCasesTest::text).collect(Collectors.joining());
        return gpus
                + "displays %s\n".formatted(facts.virtualDisplays())
                + "functions %d\n".formatted(facts.virtualFunctions());
    }

    private static String text(Gpu gpu) {
        return """
                %s %s
                  %s at %s, driver %s, render node %s, nodes %s
                  %s, tries %s, av1 %s, profile %s
                  %s: %s
                """.formatted(
                        gpu.vendor(),
                        gpu.model(),
                        gpu.pci(),
                        gpu.slot(),
                        gpu.driver(),
                        gpu.renderNode(),
                        gpu.deviceNodes(),
                        gpu.family(),
                        gpu.hwEncodeCandidates(),
                        gpu.av1Encode(),
                        gpu.hardwareProfile(),
                        gpu.verdict(),
                        gpu.reason());
    }

    private interface Case {
        void run(Path file) throws IOException;
    }

    private static Stream<DynamicTest> cases(Case each) throws IOException {
        try (var files = Files.list(CASES)) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> each.run(file)));
        }
    }
}
