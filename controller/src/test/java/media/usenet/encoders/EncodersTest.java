package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.host.StateFile;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Proofs are made once for each machine as it is, and anew when it changes.
class EncodersTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final ScriptedFFmpeg script = new ScriptedFFmpeg();

    private Encoders started() {
        var ffmpeg = script.in(folder);
        return new Encoders(
                ffmpeg,
                new MachineReader(
                        () -> TestMachines.facts(List.of()),
                        Map::of,
                        new EncodersProperties(null),
                        folder.resolve("machine")),
                new Prober(new Trial(ffmpeg, folder.resolve("trials")), 2),
                new StateFile<>(folder.resolve("encoders.json"), ProofBook.class),
                () -> now);
    }

    @Test
    void what_was_proved_before_a_restart_is_not_proved_again() throws InterruptedException {
        assertThat(started().machine().proofs()).filteredOn(Proof::proved).hasSize(1);
        assertThat(script.encodes()).isEqualTo(1);
        var again = started().machine();
        assertThat(again.proofs()).hasSize(7).filteredOn(Proof::proved).hasSize(1);
        assertThat(script.encodes()).isEqualTo(1);
    }

    @Test
    void another_ffmpeg_is_proved_anew() throws InterruptedException {
        started().machine();
        script.version("7.1");
        started().machine();
        assertThat(script.encodes()).isEqualTo(2);
    }

    @Test
    void a_file_that_cannot_be_read_is_made_anew() throws Exception {
        Files.writeString(folder.resolve("encoders.json"), "{ half");
        assertThat(started().machine().proofs()).isNotEmpty();
        assertThat(Files.readString(folder.resolve("encoders.json"))).contains("libx264");
    }

    @Test
    void refresh_proves_again() throws InterruptedException {
        var encoders = started();
        encoders.machine();
        encoders.refresh();
        assertThat(script.encodes()).isEqualTo(2);
    }

    @Test
    void an_encoder_that_this_ffmpeg_lacks_is_said_to_be_lacking() throws InterruptedException {
        assertThat(started().machine().proofs())
                .filteredOn(proof -> proof.codec() == Codec.AV1)
                .isNotEmpty()
                .allSatisfy(proof -> assertThat(proof.failure()).isEqualTo(FailureKind.NO_ENCODER));
    }

    @Test
    void a_gpu_that_was_busy_is_tried_again_before_long() throws InterruptedException {
        script.failing("[h264_nvenc @ 0x1] OpenEncodeSessionEx failed: out of memory (10)");
        var encoders = started();
        assertThat(encoders.machine().proofs()).noneMatch(Proof::proved);
        script.failing("");
        assertThat(encoders.machine().proofs()).noneMatch(Proof::proved);
        now = now.plusSeconds(301);
        assertThat(encoders.machine().proofs()).anyMatch(Proof::proved);
    }

    @Test
    void failures_in_software_count_against_no_device() throws InterruptedException {
        var encoders = started();
        var rung = encoders.rungs(VideoSpec.of(Codec.H264, 23), Prober.video("h264", 8), List.of(), HardwareWish.AUTO)
                .getFirst();
        for (int i = 0; i < 5; i++) {
            encoders.failed(rung, FailureKind.DRIVER_ERROR, "no");
        }
        assertThat(encoders.machine().withdrawn()).isEmpty();
        assertThat(script.encodes()).isEqualTo(1);
    }
}
