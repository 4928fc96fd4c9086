package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FFmpegVersion;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.hardware.Gpu;
import media.usenet.job.Lane;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;
import media.usenet.video.VideoSpec.Depth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final FFmpegBuild BUILD = new FFmpegBuild(
            new FFmpegVersion("9.0.2", 9, 0, 2), "0", Set.of(), Set.of(), Set.of("scale", "format"), Set.of());
    private static final VideoSpec HEVC = VideoSpec.of(Codec.HEVC, 23);

    private interface Failing {
        @Nullable
        FailureKind of(String encoder, String device, int bits);
    }

    private static Machine machine(List<Gpu> gpus, Failing failing, Map<String, String> resting) {
        var candidates = Candidates.of(TestMachines.facts(gpus), Map.of(), List.of(), 1);
        var proofs = new ArrayList<Proof>();
        for (var candidate : candidates) {
            for (var encoder : candidate.encoders()) {
                for (var codec : encoder.codecs()) {
                    for (int bits : encoder.depths(codec)) {
                        var name = encoder.name(codec);
                        var failure = failing.of(name, candidate.device().id(), bits);
                        proofs.add(new Proof(
                                name,
                                encoder.family(),
                                candidate.device().id(),
                                codec,
                                bits,
                                true,
                                Set.of(),
                                failure,
                                failure == null ? "encoded 10 frames" : "it said so",
                                100));
                    }
                }
            }
        }
        return new Machine(BUILD, candidates, proofs, List.of("GTX 1050: nouveau encodes nothing"), resting);
    }

    private static List<String> names(List<Rung> rungs) {
        return rungs.stream().map(Rung::name).toList();
    }

    private static List<Rung> rungs(Machine machine, VideoSpec wanted, List<Codec> others, HardwareWish wish) {
        return Ladder.rungs(machine, wanted, Prober.video("h264", 8), others, wish);
    }

    private static final List<Gpu> TWO = List.of(TestMachines.intel(), TestMachines.nvidia("0000:01:00.0"));
    private static final Failing NOTHING = (_, _, _) -> null;

    @Test
    void same_gpu_by_another_api_then_another_gpu_then_another_codec_then_software() {
        var rungs = rungs(machine(TWO, NOTHING, Map.of()), HEVC, List.of(Codec.H264), HardwareWish.AUTO);
        assertThat(names(rungs))
                .containsExactly(
                        "hevc_qsv on 0000:00:02.0",
                        "hevc_vaapi on 0000:00:02.0",
                        "hevc_nvenc on 0000:01:00.0",
                        "h264_qsv on 0000:00:02.0",
                        "h264_vaapi on 0000:00:02.0",
                        "h264_nvenc on 0000:01:00.0",
                        "libx265",
                        "libx264");
        assertThat(rungs.get(1).because())
                .contains("the same GPU by another API")
                .contains("hevc_qsv on 0000:00:02.0 fails");
        assertThat(rungs.get(2).because()).contains("another GPU");
        assertThat(rungs.get(3).because()).contains("another codec");
        assertThat(rungs.get(6).because()).contains("software");
        assertThat(rungs.get(3).spec().codec()).isEqualTo(Codec.H264);
    }

    @Test
    void what_is_not_proved_is_no_rung_and_its_reason_stands_in_the_next_one() {
        var machine = machine(TWO, (name, _, _) -> name.endsWith("_qsv") ? FailureKind.NO_DEVICE : null, Map.of());
        var first = rungs(machine, HEVC, List.of(), HardwareWish.AUTO).getFirst();
        assertThat(first.name()).isEqualTo("hevc_vaapi on 0000:00:02.0");
        assertThat(first.because()).contains("hevc_qsv").contains("NO_DEVICE").contains("it said so");
    }

    @Test
    void software_is_never_silent() {
        var machine = machine(TWO, (name, _, _) -> name.contains("_") ? FailureKind.NO_DRIVER : null, Map.of());
        var rungs = rungs(machine, HEVC, List.of(), HardwareWish.AUTO);
        assertThat(names(rungs)).containsExactly("libx265");
        assertThat(rungs.getFirst().because()).contains("hevc_qsv", "hevc_vaapi", "hevc_nvenc", "NO_DRIVER");
    }

    @Test
    void a_machine_without_a_gpu_says_so() {
        var rungs = rungs(machine(List.of(), NOTHING, Map.of()), HEVC, List.of(), HardwareWish.AUTO);
        assertThat(rungs.getFirst().because())
                .contains("no GPU here may encode HEVC")
                .contains("nouveau encodes nothing");
    }

    @Test
    void hardware_that_is_required_is_refused_with_what_failed_and_why() {
        var machine = machine(TWO, (name, _, _) -> name.contains("_") ? FailureKind.NO_DRIVER : null, Map.of());
        assertThatThrownBy(() -> rungs(machine, HEVC, List.of(), HardwareWish.REQUIRED))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem()).isEqualTo(Problem.ENCODER_NOT_PROVED);
                    assertThat(refused.detail()).contains("hevc_nvenc").contains("NO_DRIVER");
                    assertThat(refused.remedy()).contains("hardware=auto");
                });
    }

    @Test
    void an_api_that_is_named_is_the_only_one() {
        var machine = machine(TWO, NOTHING, Map.of());
        assertThat(names(rungs(machine, HEVC, List.of(), HardwareWish.of("nvenc"))))
                .containsExactly("hevc_nvenc on 0000:01:00.0");
        assertThatThrownBy(() -> rungs(machine, HEVC, List.of(), HardwareWish.of("rkmpp")))
                .hasMessageContaining("by rkmpp");
    }

    @Test
    void hardware_that_is_off_is_not_used() {
        assertThat(names(rungs(machine(TWO, NOTHING, Map.of()), HEVC, List.of(), HardwareWish.OFF)))
                .containsExactly("libx265");
    }

    @Test
    void a_device_that_only_proved_eight_bits_is_passed_over_for_ten() {
        var machine = machine(
                TWO,
                (name, _, bits) -> name.equals("hevc_qsv") && bits == 10 ? FailureKind.CODEC_UNSUPPORTED : null,
                Map.of());
        assertThat(rungs(machine, HEVC.with(Depth.TEN), List.of(), HardwareWish.AUTO)
                        .getFirst()
                        .name())
                .isEqualTo("hevc_vaapi on 0000:00:02.0");
        assertThat(rungs(machine, HEVC, List.of(), HardwareWish.AUTO).getFirst().name())
                .isEqualTo("hevc_qsv on 0000:00:02.0");
    }

    @Test
    void a_device_that_failed_in_jobs_rests_and_says_why() {
        var machine = machine(TWO, NOTHING, Map.of("qsv:0000:00:02.0", "3 failures in a row"));
        var first = rungs(machine, HEVC, List.of(), HardwareWish.AUTO).getFirst();
        assertThat(first.name()).isEqualTo("hevc_vaapi on 0000:00:02.0");
        assertThat(first.because()).contains("3 failures in a row");
    }

    @Test
    void a_rung_runs_in_the_lane_of_its_device_and_gives_its_arguments() {
        var rung = rungs(machine(TWO, NOTHING, Map.of()), HEVC, List.of(), HardwareWish.of("nvenc"))
                .getFirst();
        assertThat(rung.lane().name()).isEqualTo("nvenc:0000:01:00.0");
        assertThat(rung.chain(Prober.video("h264", 8), BUILD).output("v:0"))
                .contains("-c:v:0", "hevc_nvenc", "-b_ref_mode:v:0");
    }

    @Test
    void only_lanes_with_something_proved_are_offered() {
        var machine = machine(TWO, (name, _, _) -> name.endsWith("_qsv") ? FailureKind.NO_DEVICE : null, Map.of());
        assertThat(Encoders.lanes(machine).stream().map(Lane::name))
                .containsExactly("vaapi:0000:00:02.0", "nvenc:0000:01:00.0", "cpu");
    }
}
