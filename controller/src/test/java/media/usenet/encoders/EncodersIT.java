package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import media.usenet.ffmpeg.Confinement;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.User;
import media.usenet.sandbox.Sandbox;
import media.usenet.video.Codec;
import media.usenet.video.Device;
import media.usenet.video.Encoder;
import media.usenet.video.Family;
import media.usenet.video.VideoSpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Proofs on this machine, with its own ffmpeg in its own sandbox where that is usable.
class EncodersIT {

    @TempDir
    Path folder;

    private FFmpeg ffmpeg;
    private Prober prober;

    @BeforeEach
    void ofThisMachine() {
        var programs = new HostProcessRunner();
        var sandbox = new Sandbox(programs, new User(0, 0), folder.resolve("sandbox"), false);
        Confinement confinement = sandbox.state().usable() ? sandbox::argv : (_, program) -> program;
        ffmpeg = new FFmpeg("ffmpeg", "ffprobe", programs, confinement, folder.resolve("probe"));
        prober = new Prober(new Trial(ffmpeg, folder.resolve("trials")), 4);
    }

    private static Candidate cpu() {
        return Candidates.of(TestMachines.facts(List.of()), Map.of(), List.of(), 1)
                .getLast();
    }

    @Test
    void software_encoders_are_proved_and_nothing_is_left_behind() throws Exception {
        var begin = System.nanoTime();
        var build = ffmpeg.build();
        var broken = prober.brokenFilters(build);
        var proofs = prober.prove(List.of(cpu()), build);
        System.getLogger("measured")
                .log(System.Logger.Level.INFO, "probe without GPU: {0} ms", (System.nanoTime() - begin) / 1_000_000);
        assertThat(proofs)
                .allSatisfy(proof ->
                        assertThat(proof.failure()).as(proof.toString()).isNull());
        assertThat(proofs.stream().map(proof -> proof.encoder() + "/" + proof.bitDepth()))
                .containsExactlyInAnyOrder(
                        "libx264/8",
                        "libx265/8",
                        "libx265/10",
                        "libsvtav1/8",
                        "libsvtav1/10",
                        "libvpx-vp9/8",
                        "libvpx-vp9/10");
        assertThat(broken).as("no GPU, no Vulkan").containsExactly("libplacebo");
        try (var left = Files.list(folder.resolve("trials"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_device_that_is_not_there_fails_with_its_node_and_without_asking_ffmpeg() throws Exception {
        var gpu = new Candidate(
                new Device(
                        "0000:99:00.0",
                        "GPU",
                        0,
                        Path.of("/dev/dri/renderD199"),
                        List.of(Path.of("/dev/dri/renderD199")),
                        "x"),
                encoders(Family.VAAPI_INTEL),
                1,
                Map.of());
        assertThat(prober.prove(List.of(gpu), ffmpeg.build()))
                .hasSize(5)
                .filteredOn(proof -> proof.failure() != FailureKind.NO_ENCODER)
                .allSatisfy(proof -> {
                    assertThat(proof.failure()).isEqualTo(FailureKind.NO_DEVICE);
                    assertThat(proof.reason()).isEqualTo("there is no /dev/dri/renderD199");
                });
    }

    @Test
    void a_gpu_without_its_driver_fails_with_what_ffmpeg_says() throws Exception {
        var gpu = new Candidate(
                new Device("0000:99:00.0", "GPU", 0, null, List.of(), "nvidia"),
                encoders(Family.NVENC),
                1,
                Map.of("CUDA_DEVICE_ORDER", "PCI_BUS_ID"));
        assertThat(prober.prove(List.of(gpu), ffmpeg.build()))
                .filteredOn(proof -> proof.encoder().equals("hevc_nvenc"))
                .isNotEmpty()
                .allSatisfy(proof -> {
                    assertThat(proof.failure()).isIn(FailureKind.NO_DRIVER, FailureKind.NO_DEVICE);
                    assertThat(proof.reason()).containsIgnoringCase("cuda");
                });
    }

    @Test
    void a_pace_is_measured_on_film_that_moves() throws Exception {
        var machine = new Machine(
                ffmpeg.build(), List.of(cpu()), prober.prove(List.of(cpu()), ffmpeg.build()), List.of(), Map.of());
        var measurement = new Measurement(ffmpeg, folder.resolve("trials"));
        var rung = Ladder.rungs(
                        machine, VideoSpec.of(Codec.H264, 23), Prober.video("h264", 8), List.of(), HardwareWish.OFF)
                .getFirst();
        try (var scratch = measurement.scratch()) {
            var film = measurement.film(scratch.folder(), 640, 360);
            var pace = measurement.encode(rung, machine.build(), film, Duration.ofSeconds(4));
            assertThat(pace.fps()).isPositive();
            assertThat(pace.frames()).isPositive();
        }
    }

    private static List<Encoder> encoders(Family family) {
        return Encoder.all().stream()
                .filter(encoder -> encoder.family() == family)
                .toList();
    }
}
