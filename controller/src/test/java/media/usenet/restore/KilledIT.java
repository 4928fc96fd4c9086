package media.usenet.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.TestClassPath;
import media.usenet.restore.RestoreRig.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A restore in a process of its own that is killed at each step, and the taking up of it that is killed as well.
class KilledIT {

    private static final int KILLED = 137;

    @TempDir
    private Path folder;

    @Test
    void aProcessThatDiesAtAnyStepLeavesOneStateOrTheOther() throws Exception {
        int points = 0;
        for (int at = 0; ; at++) {
            var rig = new RestoreRig(folder.resolve("at" + at)).prepare();
            if (run(rig, "restore", at) != KILLED) {
                break;
            }
            points++;
            // Killed again while it is taken up, at another step each time.
            points += run(rig, "recover", at % 5) == KILLED ? 1 : 0;
            rig.journal().recover(new Names(""), _ -> {});
            assertThat(rig.when()).as("killed at " + at).isIn("then", "now");
            assertThat(rig.journal().recover(new Names(""), _ -> {})).isEmpty();
        }
        assertThat(points).isGreaterThanOrEqualTo(40);
    }

    private static int run(RestoreRig rig, String verb, int at) {
        var outcome = new HostProcessRunner()
                .run(Command.of(
                        Duration.ofMinutes(1),
                        ProcessHandle.current().info().command().orElse("java"),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        TestClassPath.text(),
                        Victim.class.getName(),
                        rig.folder.toString(),
                        verb,
                        String.valueOf(at)));
        assertThat(outcome).isInstanceOf(Exited.class);
        return ((Exited) outcome).code();
    }
}
