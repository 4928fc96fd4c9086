package media.usenet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.RunningProgram;
import media.usenet.host.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

/// What a program that was taken over by hostile data tries, under real bubblewrap, with the controller as root and
/// as an ordinary user.
@ParameterizedClass
@EnumSource
class AttackIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final int MEDIA = 4711;
    private static final User ROOT = new User(0, 0);
    private static final User ORDINARY = new User(65_534, 65_534);

    /// Whom the controller runs as.
    enum Controller {
        AS_ROOT,
        AS_ORDINARY_USER
    }

    private final Controller controller;

    // A cell has a /tmp of its own: what is shown below it would be mixed with that.
    @TempDir(factory = VarTmp.class)
    private Path machine;

    private Path work;
    private Path media;
    private Sandbox sandbox;

    static final class VarTmp implements TempDirFactory {

        @Override
        public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext test) throws IOException {
            return Files.createTempDirectory(Path.of("/var/tmp"), "cell");
        }
    }

    AttackIT(Controller controller) {
        this.controller = controller;
    }

    /// Runs everything as the ordinary user, as its controller would.
    private record As(User user, ProcessRunner host) implements ProcessRunner {

        @Override
        public Outcome run(Command command, Consumer<String> onErrorLine) {
            return host.run(as(command), onErrorLine);
        }

        @Override
        public RunningProgram start(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
            return host.start(as(command), onLine, onErrorLine);
        }

        private Command as(Command command) {
            if (user.root()) {
                return command;
            }
            var argv = new ArrayList<>(List.of("setpriv", "--reuid=" + user.uid(), "--regid=" + user.gid()));
            argv.addAll(List.of("--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--"));
            argv.addAll(command.argv());
            return new Command(argv, command.environment(), command.timeout());
        }
    }

    @BeforeEach
    void build() throws IOException {
        assumeThat(System.getProperty("user.name")).as("needs root").isEqualTo("root");
        assumeThat(Path.of("/usr/bin/bwrap")).as("needs bubblewrap").exists();
        machine = Files.setPosixFilePermissions(machine, PosixFilePermissions.fromString("rwxr-xr-x"));
        work = Files.createDirectories(machine.resolve("pool/slot/.work/job"));
        media = Files.createDirectories(machine.resolve("pool/slot/media"));
        Files.writeString(media.resolve("film.mkv"), "the film");
        Files.writeString(media.resolveSibling("neighbour.txt"), "secret neighbour");
        var state = Files.createDirectories(machine.resolve("state"));
        Files.writeString(state.resolve("token"), "secret token");
        give(work);
        give(state);
        var user = controller == Controller.AS_ROOT ? ROOT : ORDINARY;
        sandbox = new Sandbox(new As(user, new HostProcessRunner()), user, state.resolve("sandbox"), false);
        Files.createDirectories(state.resolve("sandbox/trial"));
        give(state.resolve("sandbox"));
        give(state.resolve("sandbox/trial"));
        assertThat(sandbox.state()).isInstanceOf(SandboxState.Usable.class);
    }

    private void give(Path path) throws IOException {
        if (controller == Controller.AS_ORDINARY_USER) {
            Files.setAttribute(path, "unix:uid", ORDINARY.uid());
        }
    }

    @Test
    void it_does_its_work() throws Exception {
        assertThat(attack("cat " + media.resolve("film.mkv") + " > out && pwd")).isEqualTo(exited(0, work + "\n"));
        assertThat(Sandbox.made(work, Path.of("out"))).hasContent("the film");
    }

    @Test
    void it_does_not_see_what_it_was_not_given() {
        for (var path : List.of(
                "/etc/shadow",
                "/etc/passwd",
                "/root",
                "/home",
                "/var/lib",
                "/run/usenet",
                "/var/run/docker.sock",
                machine.resolve("state/token").toString(),
                machine.resolve("pool/slot/neighbour.txt").toString())) {
            assertThat(fails("ls -d " + path)).as(path).contains("No such file");
        }
        assertThat(attack("ls -A " + machine.resolve("pool/slot"))).isEqualTo(exited(0, ".work\nmedia\n"));
    }

    @Test
    void it_writes_nowhere_but_to_its_work_folder() {
        for (var path :
                List.of("/x", "/usr/x", "/etc/x", "/dev/x", media + "/film.mkv", media + "/x", work + "/../x")) {
            assertThat(fails("echo owned > " + path)).as(path).containsAnyOf("Read-only", "Permission denied");
        }
        assertThat(attack("echo fine > " + work + "/x")).isEqualTo(exited(0, ""));
        assertThat(media.resolve("film.mkv")).hasContent("the film");
    }

    @Test
    void it_reaches_no_network_not_even_this_machine() throws Exception {
        try (var listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var connect = "exec 3<>/dev/tcp/127.0.0.1/" + listener.getLocalPort();
            assertThat(new HostProcessRunner().run(Command.of(LONG, "bash", "-c", connect)))
                    .isEqualTo(exited(0, ""));
            assertThat(run("bash", "-c", connect))
                    .isInstanceOfSatisfying(
                            Outcome.Exited.class, it -> assertThat(it.stderr()).contains("refused"));
            assertThat(fails("cat < /dev/tcp/1.1.1.1/80")).isNotEmpty();
        }
    }

    @Test
    void it_has_no_privileges_and_gets_none() {
        var status = text("cat /proc/self/status");
        assertThat(status)
                .contains("CapEff:\t0000000000000000", "CapBnd:\t0000000000000000", "NoNewPrivs:\t1", "Seccomp:\t2")
                .doesNotContain("Uid:\t0");
        for (var attempt : List.of(
                "mount -t tmpfs none /tmp",
                "mount --bind /usr /tmp",
                "umount /proc",
                "unshare --user --map-root-user true",
                "unshare --mount true",
                "chroot / true",
                "mknod " + work + "/sda b 8 0",
                "su -c true",
                "perl -e 'socket(my $s, 40, 1, 0) or exit 1'",
                "perl -e 'socket(my $s, 16, 3, 0) or exit 1'")) {
            assertThat(run("sh", "-c", attempt))
                    .as(attempt)
                    .isInstanceOfSatisfying(
                            Outcome.Exited.class,
                            exited -> assertThat(exited.code()).isNotZero());
        }
    }

    @Test
    void it_sees_and_signals_no_process_but_its_own() throws Exception {
        var other = new ProcessBuilder("sleep", "1000").start();
        try {
            fails("kill -KILL " + other.pid());
            attack("kill -KILL -1");
            assertThat(other.isAlive()).isTrue();
            assertThat(text("ls /proc | grep -c '^[0-9]'").strip().length()).isEqualTo(1);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void it_finds_no_secret_of_the_controller_in_its_environment() {
        assertThat(text("env | cut -d= -f1 | sort").lines()).containsExactly("HOME", "LC_ALL", "PATH", "PWD", "TMPDIR");
    }

    @Test
    void a_fork_bomb_stops_at_its_limit_and_is_gone_afterwards() {
        var limits = Limits.USUAL.withProcesses(40);
        var script = "for (1..200) { my $p = fork; die qq($!) unless defined $p; sleep 1000 unless $p }";
        var outcome = run(limits, "perl", "-e", script);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.stderr()).contains("Resource temporarily unavailable"));
    }

    @Test
    void a_file_grows_to_its_limit_and_no_further() throws Exception {
        run(Limits.USUAL.withFileSize(DataSize.ofMegabytes(1)), "dd", "if=/dev/zero", "of=big", "bs=64k", "count=64");
        assertThat(work.resolve("big")).hasSize(1 << 20);
    }

    @Test
    void the_scratch_folders_are_small() {
        for (var folder : List.of("/tmp", "/dev/shm")) {
            assertThat(fails("head -c 200M /dev/zero > " + folder + "/big")).contains("No space left");
        }
    }

    @Test
    void memory_ends_at_its_limit() {
        assertThat(run(Limits.USUAL.withMemory(DataSize.ofMegabytes(64)), "perl", "-e", "$x = 'a' x 500_000_000"))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.stderr()).contains("Out of memory"));
    }

    @Test
    void processor_time_ends_at_its_limit() {
        assertThat(run(Limits.USUAL.withCpu(Duration.ofSeconds(1)), "sh", "-c", "while :; do :; done"))
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        exited -> assertThat(exited.code()).isGreaterThan(128));
    }

    @Test
    void a_link_that_it_leaves_as_its_output_leads_nowhere() throws Exception {
        var token = machine.resolve("state/token");
        attack("ln -s %s out.mp4; mkdir d; ln -s %s d/seg.ts; ln -s /etc e; mkfifo pipe; echo a > a; ln a b"
                .formatted(token, token));
        assertThat(work.resolve("out.mp4")).isSymbolicLink();
        for (var name : List.of("out.mp4", "d", "d/seg.ts", "e/passwd", "pipe", "a", "../job/x", ".", "absent")) {
            MadeTest.assertRefused(work, name);
        }
    }

    @Test
    void it_dies_with_the_program_that_started_it() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var runner = new HostProcessRunner();
        var argv = sandbox.argv(cell(), List.of("sh", "-c", "trap '' TERM; echo ready; while :; do sleep 1; done"));
        var command = new As(controller == Controller.AS_ROOT ? ROOT : ORDINARY, runner).as(Command.of(LONG, argv));
        var program = runner.start(command, lines::add, lines::add);
        assertThat(lines.take()).isEqualTo("ready");
        program.end(Duration.ofMillis(50));
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(work.toString())))
                .isEmpty();
    }

    @Test
    void the_program_is_asked_to_end_before_it_is_killed() throws Exception {
        var lines = new LinkedBlockingQueue<String>();
        var runner = new HostProcessRunner();
        var script = "trap 'echo tidied; exit 0' TERM; echo ready; while :; do sleep 0.01; done";
        var command = new As(controller == Controller.AS_ROOT ? ROOT : ORDINARY, runner)
                .as(Command.of(LONG, sandbox.argv(cell(), List.of("sh", "-c", script))));
        var program = runner.start(command, lines::add, lines::add);
        assertThat(lines.take()).isEqualTo("ready");
        program.end(Duration.ofSeconds(20));
        assertThat(lines).contains("tidied");
        assertThat(program.await()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r--r--", "rw-r-----", "rw-------"})
    void media_is_read_that_belongs_to_another_user_however_closed_it_is(String mode) throws Exception {
        assumeThat(controller).as("an ordinary user reads what it may").isEqualTo(Controller.AS_ROOT);
        var film = media.resolve("film.mkv");
        Files.setAttribute(film, "unix:uid", MEDIA);
        Files.setAttribute(film, "unix:gid", MEDIA);
        Files.setPosixFilePermissions(film, PosixFilePermissions.fromString(mode));
        Files.setPosixFilePermissions(media, PosixFilePermissions.fromString("rwx------"));
        var cell = new Cell(work, List.of(film), List.of(), Limits.USUAL);
        var outcome = run(cell, "sh", "-c", "cat " + film + " && id -u && echo x > made && echo x >> " + film);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Exited.class, exited -> {
            assertThat(exited.stdout()).startsWith("the film").doesNotEndWith("film0\n");
            assertThat(exited.stderr()).containsAnyOf("Read-only", "Permission denied");
        });
        assertThat(Files.getAttribute(work.resolve("made"), "unix:uid", LinkOption.NOFOLLOW_LINKS))
                .isNotEqualTo(0);
    }

    @Test
    void a_file_with_another_name_outside_stays_whose_it_is() throws Exception {
        assumeThat(controller).as("only root gives files away").isEqualTo(Controller.AS_ROOT);
        Files.createLink(work.resolve("in.mkv"), media.resolve("film.mkv"));
        Files.writeString(work.resolve("own.mkv"), "");
        attack("true");
        assertThat(Files.getAttribute(work.resolve("in.mkv"), "unix:uid")).isEqualTo(0);
        assertThat(Files.getAttribute(work.resolve("own.mkv"), "unix:uid")).isNotEqualTo(0);
    }

    @Test
    void the_cost_of_a_cell_is_told() {
        var usable = (SandboxState.Usable) sandbox.state();
        assertThat(usable.start()).isPositive();
    }

    private Cell cell() {
        return new Cell(work, List.of(media), List.of(), Limits.USUAL);
    }

    private Outcome attack(String script) {
        return run("sh", "-c", script);
    }

    private String text(String script) {
        return ((Outcome.Exited) attack(script)).stdout();
    }

    private String fails(String script) {
        var outcome = (Outcome.Exited) attack(script);
        assertThat(outcome.code()).as(script + outcome).isNotZero();
        return outcome.stderr();
    }

    private Outcome run(String... program) {
        return run(cell(), program);
    }

    private Outcome run(Limits limits, String... program) {
        return run(new Cell(work, List.of(media), List.of(), limits), program);
    }

    private Outcome run(Cell cell, String... program) {
        var user = controller == Controller.AS_ROOT ? ROOT : ORDINARY;
        return new As(user, new HostProcessRunner()).run(Command.of(LONG, sandbox.argv(cell, List.of(program))));
    }

    private static Outcome exited(int code, String stdout) {
        return new Outcome.Exited(code, stdout, "");
    }
}
