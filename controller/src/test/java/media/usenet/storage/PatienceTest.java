package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PatienceTest {

    private static final Duration LONG = Duration.ofSeconds(50);
    private static final Duration SHORT = Duration.ofMillis(30);

    private final CountDownLatch drive = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void the_drive_answers_at_last() {
        drive.countDown();
    }

    @Test
    void an_answer_is_handed_on() {
        assertThat(new Patience(LONG).ask("8:17", () -> 42)).isEqualTo(new Answer.Given<>(42));
    }

    @Test
    void an_error_is_an_answer_too() {
        var broken = new IOException("Input/output error");
        Answer<Integer> answer = new Patience(LONG).ask("8:17", () -> {
            throw broken;
        });
        assertThat(answer).isEqualTo(new Answer.Failed<>(broken));
    }

    @Test
    void a_bug_in_the_question_is_not_hidden() {
        assertThatThrownBy(() -> new Patience(LONG).ask("8:17", () -> {
                    throw new ArithmeticException("a bug");
                }))
                .hasRootCauseMessage("a bug");
    }

    @Test
    void a_drive_that_hangs_is_not_waited_for_and_is_counted_once() {
        var patience = new Patience(SHORT);
        assertThat(patience.ask("8:17", this::hang)).isEqualTo(new Answer.Silent<>(SHORT));
        assertThat(patience.ask("8:17", this::hang)).isEqualTo(new Answer.Silent<>(SHORT));
        assertThat(patience.ask("8:17", this::hang)).isEqualTo(new Answer.Silent<>(SHORT));
        assertThat(begun).hasValue(1);
        assertThat(patience.hanging()).isEqualTo(1);
    }

    @Test
    void other_drives_are_asked_while_one_hangs() {
        var patience = new Patience(SHORT);
        patience.ask("8:17", this::hang);
        patience.ask("8:33", this::hang);
        assertThat(begun).hasValue(2);
        assertThat(patience.hanging()).isEqualTo(2);
    }

    @Test
    void what_is_asked_of_one_drive_at_once_is_answered_in_turn() {
        var patience = new Patience(LONG);
        var first = patience.begin("8:17", this::hang);
        var second = patience.begin("8:17", () -> begun.get() * 10);
        drive.countDown();
        assertThat(second.answer()).isEqualTo(new Answer.Given<>(10));
        assertThat(first.answer()).isEqualTo(new Answer.Given<>(1));
        assertThat(patience.hanging()).isZero();
    }

    @Test
    void a_drive_that_answers_again_is_asked_again() {
        var patience = new Patience(SHORT);
        patience.ask("8:17", this::hang);
        drive.countDown();
        while (patience.hanging() > 0) {
            Thread.onSpinWait();
        }
        assertThat(new PatienceProbe(patience).answer()).isEqualTo(7);
    }

    /// Asks until the answer comes within the short limit, whatever else this machine does.
    private record PatienceProbe(Patience patience) {
        int answer() {
            while (true) {
                if (patience.ask("8:17", () -> 7) instanceof Answer.Given<Integer>(var value)) {
                    return value;
                }
            }
        }
    }

    private int hang() throws IOException {
        int number = begun.incrementAndGet();
        try {
            drive.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return number;
    }
}
