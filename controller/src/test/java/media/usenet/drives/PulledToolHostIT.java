package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import media.usenet.drives.Eject.Manner;
import media.usenet.event.Operation;
import media.usenet.event.Operation.State;
import media.usenet.linux.LoopDrive;
import media.usenet.problem.ProblemReport;
import media.usenet.storage.Mounts;
import media.usenet.superblock.SuperblockProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A drive is pulled while a program of its file system is at work on it: the program gets input/output errors, and
/// then the device goes.
class PulledToolHostIT {

    private final Rig rig = Rig.sweeping();
    private final FragileFolder fragile = new FragileFolder(rig);

    @AfterEach
    void undo() {
        rig.close();
    }

    @Test
    void a_drive_that_is_pulled_while_it_is_formatted_is_told_of_and_is_formatted_when_it_is_back() throws IOException {
        rig.added("music");
        var drive = fragile.drive("films");
        rig.untilSeen(drive);
        rig.before("mkfs.ext4", fragile::hangs);
        var formatting = format(drive);
        Rig.untilAtWork("mkfs.ext4", drive);
        assertTheOthersDoNotFeelIt();
        assertThat(formatting.state()).isEqualTo(State.RUNNING);

        pull(drive);

        var ended = rig.ended(formatting);
        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.problem()).extracting(ProblemReport::code).isEqualTo("DRIVE_NOT_FORMATTED");
        assertThat(rig.drives().roster().find("films")).isEmpty();
        assertThat(mounts(drive)).isZero();
        rig.before("mkfs.ext4", () -> {});
        var back = fragile.elsewhere("films");
        rig.untilSeen(back);
        assertThat(rig.ended(format(back)).state()).isEqualTo(State.SUCCEEDED);
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
    }

    @Test
    void a_drive_that_is_pulled_while_it_is_repaired_is_missing_and_is_repaired_when_it_is_back() throws IOException {
        rig.added("music");
        var drive = fragile.added("films");
        rig.yank(drive, "films");
        drive.detach();
        noteErrors("films");
        rig.before("e2fsck", fragile::hangs);
        var damaged = fragile.attached("films");
        Rig.untilAtWork("e2fsck", damaged);
        assertTheOthersDoNotFeelIt();
        assertThat(rig.place("films")).isEmptyDirectory();

        pull(damaged);

        Rig.until("its repair has ended", () -> !Rig.isAtWork("e2fsck", damaged));
        rig.untilState("films", SlotState.MISSING);
        assertThat(mounts(damaged)).isZero();
        rig.before("e2fsck", () -> {});
        var back = fragile.elsewhere("films");
        rig.untilState("films", SlotState.ONLINE);
        rig.drives().eject().apply(rig.slot("films"), new Manner(false, Duration.ofSeconds(1), true));
        assertThat(new SuperblockProbe().read(back.device()).toString()).contains("errors=false");
    }

    private Operation format(LoopDrive drive) {
        var name = drive.image().toString();
        var asked = new FormatRequest(name, "ext4", null, "films", true, null);
        var next = String.valueOf(rig.drives().format().preview(asked).next());
        var password = next.replaceAll(".* --confirm (\\S+).*", "$1");
        return rig.drives().format().start(new FormatRequest(name, "ext4", null, "films", true, password));
    }

    private void pull(LoopDrive drive) throws IOException {
        fragile.breaks();
        drive.announce("remove");
        drive.detach();
    }

    private void noteErrors(String name) {
        // EXT2_VALID_FS and EXT2_ERROR_FS.
        var image = rig.folder.resolve("below").resolve(name + ".img");
        LoopDrive.run("debugfs", "-w", "-R", "ssv state 3", image.toString());
    }

    private void assertTheOthersDoNotFeelIt() {
        assertThat(rig.state("music")).isEqualTo(SlotState.ONLINE);
        var ejected = rig.drives().eject().apply(rig.slot("music"), new Manner(false, Duration.ofSeconds(1), false));
        assertThat(ejected.state()).isEqualTo(SlotState.UNMOUNTED.name());
        assertThat(rig.drives().commands().mount(rig.slot("music")).state()).isEqualTo(SlotState.ONLINE.name());
    }

    private static long mounts(LoopDrive drive) {
        return new Mounts(Path.of("/proc/self/mountinfo"))
                .all().stream()
                        .filter(mount -> mount.source().equals(drive.device().toString()))
                        .count();
    }
}
