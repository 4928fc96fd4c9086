package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.encoders.BenchmarkHistory.Figure;
import media.usenet.encoders.BenchmarkHistory.Run;
import media.usenet.host.StateFile;
import media.usenet.video.Codec;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchmarkHistoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    private static Run run(int day, double fps) {
        return new Run(
                NOW.plusSeconds(day * 86_400L),
                "5.1.9",
                List.of(new Figure("libx264", "cpu", "cpu", Codec.H264, 1080, fps, 100)));
    }

    @Test
    void the_latest_run_stands_first_and_the_oldest_are_let_go() {
        var history = new BenchmarkHistory(List.of());
        for (int day = 0; day < 25; day++) {
            history = history.with(run(day, day));
        }
        assertThat(history.runs()).hasSize(20);
        assertThat(history.runs().getFirst()).isEqualTo(run(24, 24));
    }

    @Test
    void an_estimate_comes_from_the_nearest_size_by_its_pixels() {
        var file = new StateFile<>(folder.resolve("benchmarks.json"), BenchmarkHistory.class);
        file.write(new BenchmarkHistory(List.of(run(2, 60), run(1, 10))));
        var ffmpeg = new ScriptedFFmpeg().in(folder);
        var encoders = new Encoders(
                ffmpeg,
                new MachineReader(() -> TestMachines.facts(List.of()), Map::of, new EncodersProperties(null), folder),
                new Prober(new Trial(ffmpeg, folder), 1),
                new StateFile<>(folder.resolve("encoders.json"), ProofBook.class),
                () -> NOW);
        var benchmark = new Benchmark(encoders, new Measurement(ffmpeg, folder), file, () -> NOW);
        assertThat(benchmark.fps("libx264", "cpu", 1080)).contains(60.0);
        assertThat(benchmark.fps("libx264", "cpu", 2160))
                .hasValueSatisfying(fps -> assertThat(fps).isCloseTo(15.0, Offset.offset(0.01)));
        assertThat(benchmark.fps("libx265", "cpu", 1080)).isEmpty();
    }
}
