package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import media.usenet.host.Outcome;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@WebMvcTest(HardwareController.class)
class HardwareControllerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path machine;

    @Autowired
    MockMvcTester http;

    @BeforeAll
    static void the_machine_of_the_samples() throws IOException {
        var cores = new StringBuilder();
        for (var i = 0; i < 4; i++) {
            cores.append("processor\\t: %d\\nmodel name\\t: Intel(R) N100\\nphysical id\\t: 0\\ncore id\\t: %d\\n"
                            .formatted(i, i))
                    .append("flags\\t\\t: fpu lm sse\\n");
        }
        new FactText(machine).write("""
                pci 0000:00:02.0 8086:46d1 030000 driver=i915 nodes=card0,renderD128
                file /proc/cpuinfo %s
                file /proc/meminfo MemTotal:       16235096 kB\\nMemAvailable:   11534336 kB
                file /proc/loadavg 0.42 0.35 0.30 1/200 4242
                file /proc/stat cpu  700 0 0 9300 0 0 0 0 0 0
                file /proc/sys/kernel/osrelease 6.1.0-30-amd64
                file /proc/sys/kernel/hostname livingroom
                file /sys/class/dmi/id/sys_vendor Example
                file /sys/class/dmi/id/product_name Mini PC
                file /sys/class/hwmon/hwmon0/name cpu
                file /sys/class/hwmon/hwmon0/temp1_input 47000
                file /etc/os-release ID=debian\\nVERSION_ID="12"\\nPRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
                file /usr/share/misc/pci.ids 8086  Intel\\n\t46d1  Alder Lake-N [UHD Graphics]
                """.formatted(cores.toString().replace("\\t", "\t")));
    }

    @Test
    void the_facts_are_answered_as_the_sample_says() throws IOException {
        var expected = (ObjectNode) sample("hardware.json");
        // Only this machine's own device nodes have a group: those of a copied tree belong to whoever copied them.
        ((ObjectNode) expected.get("gpus").get(0)).putNull("renderGroup");
        assertThat(get("/v1/hardware")).isEqualTo(expected);
    }

    @Test
    void another_root_is_another_machine() throws IOException {
        var empty = Files.createDirectories(machine.resolve("capture-of-nothing/root"));
        assertThat(get("/v1/hardware?root=" + empty).get("gpus")).isEmpty();
    }

    @Test
    void the_live_figures_are_answered_as_the_sample_says() throws IOException {
        assertThat(get("/v1/hardware/status")).isEqualTo(sample("hardware-status.json"));
    }

    @Test
    void a_capture_has_the_shape_of_the_sample_and_a_file_of_ours_to_correct() throws IOException {
        var seen = get("/v1/hardware/capture");
        var sample = sample("hardware-capture.json");
        assertThat(new TreeSet<>(seen.propertyNames())).isEqualTo(new TreeSet<>(sample.propertyNames()));
        assertThat(seen.get("files"))
                .allSatisfy(file -> assertThat(new TreeSet<>(file.propertyNames()))
                        .isEqualTo(new TreeSet<>(sample.get("files").get(0).propertyNames())));
        assertThat(seen.get("files"))
                .anySatisfy(
                        file -> assertThat(file).isEqualTo(sample.get("files").get(1)));
        assertThat(seen.get("files"))
                .anySatisfy(file -> assertThat(file.get("path").asString()).isEqualTo("expected.json"));
        assertThat(seen.toString()).doesNotContain("livingroom");
    }

    private JsonNode get(String uri) {
        var answer = http.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    private static JsonNode sample(String name) throws IOException {
        try (var in = Objects.requireNonNull(HardwareControllerTest.class.getResourceAsStream("/api/" + name))) {
            return JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @TestConfiguration
    static class Machines {

        @Bean
        Nvml nvml() {
            return new Nvml(NvmlAnswer.Absent::new, InstantSource.system());
        }

        @Bean
        Hardware hardware(Nvml nvml) {
            return new Hardware(machine, new HardwareProfiles(Path.of("../hardware-profiles"), Optional.empty()), nvml);
        }

        @Bean
        LiveFigures live(Hardware hardware, Nvml nvml) {
            return new LiveFigures(hardware, nvml);
        }

        @Bean
        MachineCapture capture(Hardware hardware) {
            return new MachineCapture(machine, hardware, (command, _) -> new Outcome.NotFound(command.program()));
        }
    }
}
