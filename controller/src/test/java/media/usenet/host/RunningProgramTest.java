package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningProgramTest {

    private static final Duration UNUSED = Duration.ofSeconds(20);

    private final HostProcessRunner runner = new HostProcessRunner();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> errorLines = new CopyOnWriteArrayList<>();
    private final List<RunningProgram> started = new CopyOnWriteArrayList<>();

    @AfterEach
    void endAll() {
        started.forEach(program -> program.end(Duration.ZERO));
    }

    @Test
    void lines_of_both_pipes_come_as_they_are_printed_and_the_exit_code_at_the_end() throws Exception {
        var program = start("echo one; echo 'two  three'; echo bad >&2; printf open; exit 7");
        assertThat(program.await()).isEqualTo(7);
        assertThat(lines).containsExactly("one", "two  three", "open");
        assertThat(errorLines).containsExactly("bad");
    }

    @Test
    void the_error_lines_are_those_of_the_program_alone() throws Exception {
        start("printf 'a\\n\\nb\\n\\n\\n' >&2").await();
        start("printf 'c\\n\\nopen' >&2").await();
        assertThat(errorLines).containsExactly("a", "", "b", "", "", "c", "", "open");
    }

    @Test
    void a_line_without_end_comes_in_parts() throws Exception {
        start("head -c 100000 /dev/zero | tr '\\0' x").await();
        assertThat(lines).hasSize(7).allMatch(line -> line.length() <= LineReader.LONGEST);
        assertThat(String.join("", lines)).hasSize(100_000);
    }

    @Test
    void a_program_that_is_not_there_is_a_problem() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> runner.start(Command.of(UNUSED, "no-such-program-here"), _ -> {}, _ -> {}))
                .matches(e -> e.problem() == Problem.PROGRAM_MISSING);
    }

    @Test
    void a_program_that_a_signal_ended_has_its_number_in_the_exit_code() throws Exception {
        assertThat(start("kill -KILL $$").await()).isEqualTo(128 + 9);
    }

    @Test
    void a_program_may_end_itself_on_the_first_signal() throws Exception {
        var program = start("trap 'echo tidied; exit 3' TERM; echo ready; while :; do sleep 0.01; done");
        lines.take();
        program.end(Duration.ofSeconds(10));
        assertThat(program.await()).isEqualTo(3);
        assertThat(lines).containsExactly("tidied");
    }

    @Test
    void a_program_that_cares_for_no_signal_is_killed_after_the_grace() throws Exception {
        var program = start("trap '' TERM; echo ready; while :; do sleep 0.01; done");
        lines.take();
        program.end(Duration.ofMillis(200));
        assertThat(program.await()).isEqualTo(128 + 9);
    }

    @Test
    void everything_a_program_started_is_gone_when_it_was_ended_also_what_it_disowned() throws Exception {
        var program = start("sleep 1000 & echo $!; setsid sh -c 'setsid sleep 1000 & echo $!' & wait");
        var pids = List.of(pid(), pid());
        program.end(Duration.ZERO);
        assertThat(pids).noneMatch(RunningProgramTest::runs);
    }

    @Test
    void what_a_program_left_behind_is_gone_when_it_has_ended_by_itself() throws Exception {
        var program = start("setsid sleep 1000 >/dev/null 2>&1 & echo $!");
        assertThat(program.await()).isZero();
        assertThat(runs(pid())).isFalse();
    }

    @Test
    void a_program_that_forks_faster_than_it_is_killed_is_ended_all_the_same() throws Exception {
        var program = start("echo ready; fork() { setsid sh -c 'sleep 1000' & }; while :; do fork; done");
        lines.take();
        program.end(Duration.ZERO);
        assertThat(new ProcessTree(Path.of("/proc"), program.pid(), "none")
                        .alive()
                        .all())
                .isEmpty();
    }

    @Test
    void ending_works_on_a_thread_that_was_interrupted_and_leaves_it_interrupted() {
        var program = start("exec sleep 1000");
        Thread.currentThread().interrupt();
        program.end(Duration.ofSeconds(5));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(runs(program.pid())).isFalse();
    }

    @Test
    void waiting_can_be_interrupted() {
        var program = start("exec sleep 1000");
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(program::await);
        assertThat(runs(program.pid())).isTrue();
    }

    @Test
    void ending_what_has_ended_does_nothing() throws Exception {
        var program = start("exit 4");
        program.await();
        program.end(Duration.ofSeconds(5));
        assertThat(program.await()).isEqualTo(4);
    }

    @Test
    void a_consumer_that_fails_does_not_block_the_program_and_is_heard_of() {
        var program = runner.start(
                Command.of(UNUSED, "sh", "-c", "head -c 1000000 /dev/zero | tr '\\0' '\\n'"),
                line -> {
                    throw new IllegalArgumentException("no good: " + line);
                },
                _ -> {});
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(program::await)
                .withStackTraceContaining("no good");
    }

    @Test
    void the_processor_time_is_that_of_the_whole_tree() throws Exception {
        var program = start("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'; true");
        assertThat(program.cpu()).isZero();
        program.await();
        assertThat(program.cpu()).isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void the_processor_time_of_a_killed_tree_is_what_was_last_seen() throws Exception {
        var program = start("trap '' TERM; i=0; while :; do i=$((i+1)); [ $i = 300000 ] && echo now; done");
        lines.take();
        program.end(Duration.ZERO);
        assertThat(program.cpu()).isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void the_times_of_every_shell_are_read() {
        assertThat(Supervision.cpu("0m1.500000s 1m0.250000s")).isEqualTo(Duration.ofMillis(61_750));
        assertThat(Supervision.cpu("0m1.500s 0m0,250s")).isEqualTo(Duration.ofMillis(1_750));
    }

    @Test
    void a_program_finds_its_input_at_its_end_and_its_arguments_as_they_are() throws Exception {
        var program = runner.start(
                Command.of(UNUSED, "sh", "-c", "cat; printf '%s\\n' \"$@\"", "sh", "a b", "$HOME", "-"),
                lines::add,
                errorLines::add);
        program.await();
        assertThat(lines).containsExactly("a b", "$HOME", "-");
    }

    private RunningProgram start(String script) {
        var program = runner.start(Command.of(UNUSED, "sh", "-c", script), lines::add, errorLines::add);
        started.add(program);
        return program;
    }

    private long pid() throws InterruptedException {
        var line = lines.poll(10, TimeUnit.SECONDS);
        assertThat(line).isNotNull();
        return Long.parseLong(line);
    }

    /// A zombie does not run: who is to take note of it may be slow.
    private static boolean runs(long pid) {
        try {
            return !Files.readString(Path.of("/proc/" + pid + "/stat")).contains(") Z ");
        } catch (IOException _) {
            return false;
        }
    }
}
