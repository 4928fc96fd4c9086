package media.usenet.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostProcessRunnerTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final HostProcessRunner runner = new HostProcessRunner();

    @Test
    void both_streams_and_the_exit_code_come_back() {
        assertThat(shell("echo out; echo err >&2; exit 7")).isEqualTo(new Outcome.Exited(7, "out\n", "err\n"));
    }

    @Test
    void a_megabyte_on_each_stream_does_not_block_the_program() {
        var outcome = shell("head -c 1000000 /dev/zero | tr '\\0' x; head -c 1000000 /dev/zero | tr '\\0' y >&2");
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Exited.class, exited -> {
            assertThat(exited.stdout()).hasSize(1_000_000);
            assertThat(exited.stderr()).hasSize(1_000_001);
        });
    }

    @Test
    void error_lines_are_handed_on_in_order() {
        var lines = new CopyOnWriteArrayList<String>();
        runner.run(Command.of(LONG, "sh", "-c", "echo one >&2; echo two >&2"), lines::add);
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void a_program_that_does_not_exist_is_an_outcome() {
        assertThat(runner.run(Command.of(LONG, "no-such-program-here")))
                .isEqualTo(new Outcome.NotFound("no-such-program-here"));
    }

    @Test
    void a_program_that_reads_finds_its_input_at_its_end() {
        assertThat(shell("cat; echo done")).isEqualTo(new Outcome.Exited(0, "done\n", ""));
    }

    @Test
    void programs_speak_the_language_that_can_be_parsed_and_see_their_own_variables() {
        var command = Command.of(LONG, "sh", "-c", "echo $LC_ALL $COLOR").with("COLOR", "never");
        assertThat(runner.run(command)).isEqualTo(new Outcome.Exited(0, "C never\n", ""));
    }

    @Test
    void arguments_reach_the_program_as_they_are() {
        var outcome = runner.run(Command.of(LONG, List.of("printf", "%s|", "a b", "$HOME", "*", "")));
        assertThat(outcome).isEqualTo(new Outcome.Exited(0, "a b|$HOME|*||", ""));
    }

    @Test
    void a_program_that_takes_too_long_is_ended_with_its_children(@TempDir Path folder) throws Exception {
        var pid = folder.resolve("pid");
        var outcome = runner.run(Command.of(SHORT, "sh", "-c", "sleep 600 & echo $! > " + pid + "; wait"));
        assertThat(outcome).isEqualTo(new Outcome.TimedOut(SHORT));
        ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
                .ifPresent(child -> assertThat(child.onExit().orTimeout(10, TimeUnit.SECONDS))
                        .succeedsWithin(LONG));
    }

    @Test
    void a_child_that_holds_the_pipes_open_does_not_hold_the_caller_beyond_the_timeout() {
        var started = System.nanoTime();
        var outcome = runner.run(Command.of(SHORT, "sh", "-c", "sleep 15 & echo started"));
        // Java takes the pipes from the child when the program ends before its reader has begun to wait for them.
        assertThat(outcome).isIn(new Outcome.TimedOut(SHORT), new Outcome.Exited(0, "started\n", ""));
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    }

    private Outcome shell(String script) {
        return runner.run(Command.of(LONG, "sh", "-c", script));
    }
}
