package media.usenet.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.RestoreRig.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestoreTest {

    private static final class Killed extends Error {}

    @TempDir
    private Path folder;

    @Test
    void everythingIsAsItWasWhenItWasBackedUp() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        assertThat(rig.when()).isEqualTo("now");
        var services = new Names("");
        var told = new ArrayList<String>();
        var done = rig.restore(services, told::add);
        assertThat(rig.when()).isEqualTo("then");
        assertThat(services.running()).containsExactly("sonarr");
        assertThat(told).contains("stopping [sonarr]", "started [sonarr]");
        assertThat(done.kept()).hasSize(2);
        assertThat(done.kept().getFirst().resolve("apps/sonarr/plugins/later.xml"))
                .exists();
    }

    @Test
    void theLogOfTheReplacedDatabaseDoesNotMeetTheNewOne() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        Files.writeString(rig.apps.resolve("sonarr/sonarr.db-wal"), "stale");
        rig.restore(new Names(""), _ -> {});
        assertThat(rig.apps.resolve("sonarr/sonarr.db-wal")).doesNotExist();
    }

    @Test
    void theOldTreesComeBackWhenAServiceDoesNotGetWell() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        var services = new Names("sonarr");
        assertThatThrownBy(() -> rig.restore(services, _ -> {})).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.RESTORE_UNDONE);
            assertThat(e.detail()).contains("sonarr does not get well");
        });
        assertThat(rig.when()).isEqualTo("now");
        assertThat(services.running()).containsExactly("sonarr");
        assertThat(leftOvers(rig)).isEmpty();
    }

    @Test
    void aDamagedBackupChangesNothing() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        var bytes = Files.readAllBytes(rig.archive);
        bytes[bytes.length / 2] ^= 1;
        Files.write(rig.archive, bytes);
        assertThatThrownBy(() -> rig.restore(new Names(""), _ -> {})).isInstanceOf(ProblemException.class);
        assertThat(rig.when()).isEqualTo("now");
        assertThat(leftOvers(rig)).isEmpty();
    }

    @Test
    void aSecondRestoreRemovesWhatTheFirstHadKept() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        var first = rig.restore(new Names(""), _ -> {});
        var second = rig.restore(new Names(""), _ -> {});
        assertThat(first.kept()).noneMatch(Files::exists);
        assertThat(second.kept()).allMatch(Files::exists);
    }

    @Test
    void pathsOfTheOtherMachineAreRewrittenInSettingsOnly() throws Exception {
        var rig = new RestoreRig(folder).prepare();
        var rewrites = new Rewrites(Map.of("/var/lib/usenet", "/home/me/usenet"), Map.of());
        var done = rig.restore(new Names(""), rewrites, _ -> {});
        assertThat(rig.settings.resolve("stack.yaml")).content().contains("config: /home/me/usenet/apps");
        assertThat(done.changed()).hasSize(1);
    }

    @Test
    void aPathThatOnlyBeginsTheSameIsNotRewritten() {
        var rewrites = new Rewrites(Map.of("/srv/pool", "/mnt/pool", "/srv", "/data"), Map.of());
        assertThat(rewrites.apply("a: /srv/pool/root b: /srv/pool2 c: /srv d: /x/srv e: \"/srv\""))
                .isEqualTo("a: /mnt/pool/root b: /data/pool2 c: /data d: /x/srv e: \"/data\"");
    }

    @Test
    void killedAtAnyStepItIsOneStateOrTheOther() throws Exception {
        int points = 0;
        for (boolean killedAgain : new boolean[] {false, true}) {
            boolean more = true;
            for (int at = 0; more; at++) {
                var rig = new RestoreRig(folder.resolve(killedAgain + "-" + at)).prepare();
                var services = new Names("");
                more = killed(at, tell -> rig.restore(services, tell));
                boolean again = killedAgain;
                for (int later = 0; again; later++) {
                    again = killed(later, tell -> rig.journal().recover(services, tell)) && later < 3;
                }
                rig.journal().recover(services, _ -> {});
                assertThat(rig.when()).as("killed at " + at).isIn("then", "now");
                assertThat(services.running()).as("killed at " + at).containsExactly("sonarr");
                assertThat(rig.journal().recover(services, _ -> {})).isEmpty();
                points++;
            }
        }
        assertThat(points).isGreaterThan(40);
    }

    private interface Doing {
        void with(java.util.function.Consumer<String> tell);
    }

    private static boolean killed(int at, Doing doing) {
        var told = new java.util.concurrent.atomic.AtomicInteger();
        try {
            doing.with(_ -> {
                if (told.getAndIncrement() == at) {
                    throw new Killed();
                }
            });
            return false;
        } catch (Killed _) {
            return true;
        }
    }

    private static java.util.List<Path> leftOvers(RestoreRig rig) throws java.io.IOException {
        try (var files = Files.walk(rig.folder, 2)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".restore-"))
                    .toList();
        }
    }
}
