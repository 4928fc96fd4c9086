package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every capture of a real machine reads as its `expected.json` says. The captures belong to other projects and stay
/// outside this one.
class HardwareCapturesTest {

    private static final Path CAPTURES = Path.of("../../shared/data/hw-captures");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Hardware hardware = new Hardware(
            Path.of("/"),
            new HardwareProfiles(Path.of("../hardware-profiles"), Optional.empty()),
            new Nvml(NvmlAnswer.Absent::new, InstantSource.system()));

    @TestFactory
    Stream<DynamicTest> every_capture_reads_as_expected() throws IOException {
        assumeTrue(Files.isDirectory(CAPTURES), "no captures at " + CAPTURES.toAbsolutePath());
        try (var folders = Files.list(CAPTURES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("expected.json"))).sorted().toList().stream()
                    .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> compare(folder)));
        }
    }

    private void compare(Path folder) throws IOException {
        var expected = JSON.readTree(Files.readString(folder.resolve("expected.json")));
        var facts = hardware.facts(folder);
        var seen = JSON.readTree(JSON.writeValueAsString(facts));
        for (var key : expected.propertyNames()) {
            var wanted = expected.get(key);
            if (key.equals("gpus")) {
                compareGpus(wanted, seen.get("gpus"));
            } else if (key.equals("vainfo")) {
                assertThat(vainfo(folder)).isEqualTo(texts(wanted));
            } else {
                assertThat(value(key, wanted, facts, seen)).as(key).isEqualTo(wanted);
            }
        }
    }

    private static void compareGpus(JsonNode wanted, JsonNode seen) {
        assertThat(seen).hasSize(wanted.size());
        for (var i = 0; i < wanted.size(); i++) {
            for (var key : wanted.get(i).propertyNames()) {
                assertThat(seen.get(i).get(key)).as(key).isEqualTo(wanted.get(i).get(key));
            }
        }
    }

    /// What the whole machine shows under a key that stands beside `gpus`.
    private static JsonNode value(String key, JsonNode wanted, HardwareFacts facts, JsonNode seen) {
        return switch (key) {
            case "virtualDisplays", "virtualFunctions" -> seen.get(key);
            case "pci", "family", "verdict", "av1Encode", "v4l2H264Encoder", "hevcDecoder" ->
                seen.get("gpus").get(0).get(key);
            case "hwEncodeCandidates" ->
                JSON.valueToTree(facts.gpus().stream()
                        .flatMap(gpu -> gpu.hwEncodeCandidates().stream())
                        .toList());
            case "vaapi" -> JSON.valueToTree(canUse(facts, "vaapi"));
            // Of the two NVIDIA captures with these keys one encodes all three and one nothing.
            case "h264", "hevc", "hevc10" -> JSON.valueToTree(canUse(facts, "nvenc"));
            case "recommend" -> {
                assertThat(facts.gpus().getFirst().reason()).contains("install the nvidia driver");
                yield wanted;
            }
            case "classification" -> {
                assertThat(wanted.asString()).isEqualTo("DRIVER_NOT_LOADED");
                assertThat(facts.gpus().getFirst().reason()).contains("driver is not loaded");
                yield wanted;
            }
            default -> fail("no comparison for the key " + key);
        };
    }

    private static boolean canUse(HardwareFacts facts, String api) {
        return facts.gpus().stream().anyMatch(gpu -> gpu.hwEncodeCandidates().contains(api));
    }

    private static Map<String, @Nullable String> vainfo(Path folder) {
        return ToolTexts.read(folder).vainfo().getFirst().capabilities();
    }

    private static Map<String, @Nullable String> texts(JsonNode node) {
        var texts = new HashMap<String, @Nullable String>();
        node.propertyStream()
                .forEach(entry -> texts.put(
                        entry.getKey(),
                        entry.getValue().isNull()
                                ? null
                                : Objects.requireNonNull(entry.getValue()).asString()));
        return texts;
    }
}
