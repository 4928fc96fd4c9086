package media.usenet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import media.usenet.host.RunningProgram;
import media.usenet.host.TestClassPath;
import media.usenet.problem.ProblemException;
import media.usenet.vault.Destination.Engine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup whose process is killed (by `strace`, with SIGKILL) as it is about to change the disk: at the first, the
/// second, the third ... call of each kind. What was there before stays whole, what is listed is whole, and the next
/// one succeeds.
class KilledCreateIT {

    private static final int KILLED = 137;
    private static final int MOST = 12;

    @TempDir
    private Path folder;

    private Tree tree;
    private final TreeSet<String> complete = new TreeSet<>();
    private int points;

    @BeforeEach
    void aBackupIsThere() throws Exception {
        Site.require("strace", "-V");
        tree = new Tree(folder).prepare();
    }

    @Test
    void anArchiveIsThereWholeOrNotAtAll() throws Exception {
        make(Engine.ARCHIVE, "a0");
        for (var call : List.of("rename", "fsync", "mkdir", "unlink", "pwrite64")) {
            for (int at = 1; at <= MOST && killedController(call, at) == KILLED; at++) {
                points++;
                nothingIsBroken(Engine.ARCHIVE, "%s-%d".formatted(call, at));
            }
        }
        System.out.println("KilledCreateIT: archive, points " + points);
        assertThat(points).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aRepositoryHoldsTogetherWhereverResticIsKilled() throws Exception {
        Site.require("restic", "version");
        make(Engine.RESTIC, "r0");
        for (var call : List.of("renameat", "fsync", "unlinkat", "mkdirat", "fchmodat")) {
            for (int at = 1; at <= MOST && killedRestic(call, at); at++) {
                points++;
                nothingIsBroken(Engine.RESTIC, "%s-%d".formatted(call, at));
                restic("check", "--quiet", "--no-lock");
            }
        }
        restic("check", "--quiet", "--no-lock", "--read-data");
        System.out.println("KilledCreateIT: restic, points " + points);
        assertThat(points).isGreaterThanOrEqualTo(20);
    }

    @Test
    void aRepositoryThatWasHalfMadeIsMadeAnew() throws Exception {
        Site.require("restic", "version");
        for (var call : List.of("renameat", "mkdirat")) {
            for (int at = 1; at <= MOST && killedRestic(call, at); at++) {
                var point = "%s-%d".formatted(call, at);
                CreateVictim.create(tree, CreateVictim.vault(folder, Engine.RESTIC), point + "-first");
                complete.add(point + "-first");
                listedAreWhole(Engine.RESTIC, point);
                restic("check", "--quiet", "--no-lock", "--read-data");
                Site.run("rm", "-rf", folder.resolve("place").toString());
                complete.clear();
            }
            Site.run("rm", "-rf", folder.resolve("place").toString());
            complete.clear();
        }
    }

    /// All of the controller's own process, the staging too.
    private int killedController(String call, int at) throws IOException {
        Site.run("rm", "-rf", folder.resolve("stage").toString());
        tree.write("before " + call + at);
        var argv = new ArrayList<>(killing(call, at));
        argv.addAll(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                TestClassPath.text(),
                CreateVictim.class.getName(),
                folder.toString(),
                Engine.ARCHIVE.name(),
                "%s-%d-killed".formatted(call, at)));
        var outcome = new HostProcessRunner().run(Command.of(Duration.ofMinutes(3), argv));
        assertThat(outcome).isInstanceOf(Exited.class);
        var exited = (Exited) outcome;
        assertThat(exited.code()).as(exited.stderr()).isIn(0, KILLED);
        if (exited.code() == 0) {
            complete.add("%s-%d-killed".formatted(call, at));
        }
        return exited.code();
    }

    /// One restic after another is killed, whatever it was started for.
    private boolean killedRestic(String call, int at) throws IOException {
        tree.write("before " + call + at);
        try {
            var vault = CreateVictim.vault(folder, Engine.RESTIC, new Killing(killing(call, at)));
            CreateVictim.create(tree, vault, "%s-%d-killed".formatted(call, at));
            complete.add("%s-%d-killed".formatted(call, at));
            return false;
        } catch (ProblemException e) {
            return true;
        }
    }

    private static List<String> killing(String call, int at) {
        return List.of(
                "strace",
                "-f",
                "-qqq",
                "-o",
                "/dev/null",
                "-e",
                "trace=" + call,
                "-e",
                "inject=%s:signal=KILL:when=%d".formatted(call, at));
    }

    private record Killing(List<String> before, HostProcessRunner programs) implements ProcessRunner {

        Killing(List<String> before) {
            this(before, new HostProcessRunner());
        }

        private Command deadly(Command command) {
            var argv = new ArrayList<>(before);
            argv.addAll(command.argv());
            return new Command(argv, command.environment(), command.timeout());
        }

        @Override
        public Outcome run(Command command, Consumer<String> onErrorLine) {
            return programs.run(deadly(command), onErrorLine);
        }

        @Override
        public RunningProgram start(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
            return programs.start(deadly(command), onLine, onErrorLine);
        }
    }

    private void nothingIsBroken(Engine engine, String point) throws IOException {
        listedAreWhole(engine, point);
        make(engine, point + "-next");
    }

    /// The one that was killed as well, when all of it was stored by then.
    private void listedAreWhole(Engine engine, String point) {
        var listed = CreateVictim.vault(folder, engine).list();
        assertThat(listed).as(point).extracting(Stored::id).containsAll(complete);
        for (var stored : listed) {
            if (complete.add(stored.id())) {
                assertThat(stored.id()).isEqualTo(point + "-killed");
                assertThat(CreateVictim.vault(folder, engine).check(stored, null, _ -> {}))
                        .as(point)
                        .isEmpty();
            }
        }
    }

    private void make(Engine engine, String id) throws IOException {
        tree.write(id);
        CreateVictim.create(tree, CreateVictim.vault(folder, engine), id);
        complete.add(id);
        assertThat(CreateVictim.vault(folder, engine).list())
                .extracting(Stored::id)
                .containsExactlyInAnyOrderElementsOf(complete);
        if (engine == Engine.ARCHIVE) {
            try (var files = Files.list(folder.resolve("place"))) {
                assertThat(files).as("nothing half is left").hasSize(2 * complete.size());
            }
        }
    }

    private void restic(String... argv) {
        var whole = new ArrayList<>(List.of("restic"));
        whole.addAll(Arrays.asList(argv));
        var outcome = new HostProcessRunner()
                .run(Command.of(Duration.ofMinutes(3), whole)
                        .with("RESTIC_REPOSITORY", folder.resolve("place").toString())
                        .with(
                                "RESTIC_PASSWORD_FILE",
                                folder.resolve("settings/key").toString()));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.code()).as(exited.stderr()).isZero());
    }
}
