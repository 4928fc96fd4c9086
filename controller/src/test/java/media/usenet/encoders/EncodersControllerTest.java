package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import media.usenet.api.Sample;
import media.usenet.encoders.BenchmarkHistory.Figure;
import media.usenet.encoders.BenchmarkHistory.Run;
import media.usenet.event.Operation.State;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.StateFile;
import media.usenet.video.Codec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WebMvcTest(controllers = {EncodersController.class, BenchmarkController.class})
class EncodersControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    static Path folder;

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Operations operations;

    @Test
    void encoders_are_answered_as_the_sample_says() throws Exception {
        assertThat(timeless(Sample.json(get("/v1/encoders"))))
                .isEqualTo(timeless(Sample.json(Sample.text("encoders.json"))));
    }

    @Test
    void measured_figures_are_answered_as_the_sample_says() throws Exception {
        assertThat(Sample.json(get("/v1/hardware/benchmark")))
                .isEqualTo(Sample.json(Sample.text("hardware-benchmark.json")));
    }

    @Test
    @Timeout(30)
    void proving_anew_is_an_operation() throws Exception {
        var answer = http.post().uri("/v1/encoders/probe").exchange();
        assertThat(answer).hasStatus(202);
        var id =
                Sample.json(answer.getResponse().getContentAsString()).get("id").asString();
        assertThat(answer).hasHeader("Location", "/v1/operations/" + id);
        var ended = operations.await(id);
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.result()).isEqualTo(Result.of(List.of("libx264/8")));
    }

    @Test
    void what_would_be_proved_and_measured_is_told_and_not_done() throws Exception {
        for (var request : List.of("/v1/encoders/probe?dryRun=true", "/v1/hardware/benchmark?dryRun=true&lines=480")) {
            var answer = http.post().uri(request).exchange();
            assertThat(answer).hasStatusOk().doesNotContainHeader("Location");
            assertThat(Sample.json(answer.getResponse().getContentAsString()).get("steps"))
                    .isNotEmpty();
        }
    }

    @Test
    void sizes_that_are_not_measured_are_refused() {
        for (var dryRun : List.of("false", "true")) {
            assertThat(http.post()
                            .uri("/v1/hardware/benchmark?lines=720&dryRun=" + dryRun)
                            .exchange())
                    .hasStatus(400);
        }
    }

    private String get(String uri) throws Exception {
        var answer = http.get().uri(uri).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private static JsonNode timeless(JsonNode answer) {
        ((ObjectNode) answer).put("millis", 0);
        ((ObjectNode) answer.get("ffmpeg")).put("configuration", "any");
        answer.get("encoders").forEach(line -> ((ObjectNode) line).put("millis", 0));
        return answer;
    }

    @TestConfiguration
    static class Scripted {

        @Bean
        FFmpeg ffmpeg() {
            return new ScriptedFFmpeg().in(folder);
        }

        @Bean
        Encoders encoders(FFmpeg ffmpeg) {
            return new Encoders(
                    ffmpeg,
                    new MachineReader(
                            () -> TestMachines.facts(List.of(TestMachines.intel(), TestMachines.nouveau())),
                            Map::of,
                            new EncodersProperties(null),
                            folder.resolve("machine")),
                    new Prober(new Trial(ffmpeg, folder.resolve("trials")), 1),
                    new StateFile<>(folder.resolve("encoders.json"), ProofBook.class),
                    () -> NOW);
        }

        @Bean
        Benchmark benchmark(FFmpeg ffmpeg, Encoders encoders) {
            var file = new StateFile<>(folder.resolve("benchmarks.json"), BenchmarkHistory.class);
            var figures = List.of(
                    new Figure("libx264", "cpu", "cpu", Codec.H264, 1080, 61.5, 720),
                    new Figure("libx264", "cpu", "cpu", Codec.H264, 2160, 15.2, 400));
            file.write(new BenchmarkHistory(List.of(new Run(NOW, "5.1.9-0+deb12u1", figures))));
            return new Benchmark(encoders, new Measurement(ffmpeg, folder.resolve("trials")), file, () -> NOW);
        }

        @Bean
        Operations operations() {
            return new Operations(InstantSource.system());
        }
    }
}
