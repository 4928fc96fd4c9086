package media.usenet.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import media.usenet.event.EventLog.Entry;
import media.usenet.event.Operation.State;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;

class OperationsTest {

    private final ProblemException trouble =
            new ProblemException(Problem.COMPOSE_FAILED, "sonarr did not start", "look at its logs");

    private final Operations operations = new Operations(InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));

    @Test
    void work_that_succeeds_says_what_it_did() {
        var ended = run(_ -> Result.of(List.of("sonarr")));
        assertThat(ended.state()).isEqualTo(State.SUCCEEDED);
        assertThat(ended.result()).isEqualTo(Result.of(List.of("sonarr")));
        assertThat(ended.problem()).isNull();
        assertThat(ended.ended()).isEqualTo(Instant.parse("2026-11-21T12:00:00Z"));
    }

    @Test
    void work_done_in_part_ends_with_exit_code_3() {
        var ended = run(_ -> Result.inPart(List.of("radarr"), List.of("sonarr"), trouble));
        assertThat(ended.state()).isEqualTo(State.PARTIAL);
        assertThat(ended.problem())
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(3));
    }

    @Test
    void work_of_which_nothing_was_done_has_failed() {
        var ended = run(_ -> Result.inPart(List.of(), List.of("sonarr"), trouble));
        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.problem())
                .satisfies(problem -> assertThat(problem.exit()).isEqualTo(1));
    }

    @Test
    void an_expected_failure_keeps_its_code_and_remedy() {
        var ended = run(_ -> {
            throw trouble;
        });
        assertThat(ended.state()).isEqualTo(State.FAILED);
        assertThat(ended.problem()).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("COMPOSE_FAILED");
            assertThat(problem.remedy()).isEqualTo("look at its logs");
        });
    }

    @Test
    void a_bug_ends_the_operation_and_lets_the_next_one_start() {
        var bug = run(_ -> {
            throw new IllegalStateException("bug");
        });
        var worse = run(_ -> {
            throw new AssertionError("worse");
        });
        assertThat(List.of(bug, worse)).allSatisfy(ended -> {
            assertThat(ended.state()).isEqualTo(State.FAILED);
            assertThat(ended.problem())
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("INTERNAL"));
        });
    }

    @Test
    void one_runs_at_a_time() throws Exception {
        var go = new CountDownLatch(1);
        var first = operations.start("services.up", waiting(go));
        assertThatThrownBy(() -> operations.start("services.down", _ -> Result.of(List.of())))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.OPERATION_RUNNING);
                    assertThat(e.detail()).contains("services.up");
                });
        go.countDown();
        assertThat(operations.await(first.id()).state()).isEqualTo(State.SUCCEEDED);
    }

    @Test
    void a_follower_hears_what_it_has_missed_then_what_comes_then_the_end() throws Exception {
        var go = new CountDownLatch(1);
        var told = new CountDownLatch(2);
        var operation = operations.start("services.up", tell -> {
            tell.accept(Step.of("a", "one"));
            tell.accept(Step.of("a", "two"));
            told.countDown();
            told.countDown();
            await(go);
            tell.accept(Step.of("a", "three"));
            return Result.of(List.of());
        });
        told.await();
        var events = new LinkedBlockingQueue<Entry<OperationEvent>>();
        operations.follow(operation.id(), 1, events);
        go.countDown();
        operations.await(operation.id());
        assertThat(events).extracting(Entry::number).containsExactly(2L, 3L, 4L);
        assertThat(events.stream().reduce((_, last) -> last).map(Entry::event))
                .containsInstanceOf(OperationEvent.Ended.class);
    }

    @Test
    void what_another_area_does_is_no_reason_to_wait() {
        var go = new CountDownLatch(1);
        var moving = operations.start("storage.drain", waiting(go));
        var up = operations.start("services.up", _ -> Result.of(List.of("jellyfin")));
        assertThat(operations.await(up.id()).state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(operations.find(moving.id()).state()).isEqualTo(Operation.State.RUNNING);
        go.countDown();
        operations.await(moving.id());
    }

    @Test
    void one_who_left_hears_no_more() throws Exception {
        var go = new CountDownLatch(1);
        var operation = operations.start("services.up", waiting(go));
        var events = new LinkedBlockingQueue<Entry<OperationEvent>>();
        operations.follow(operation.id(), 0, events).run();
        go.countDown();
        operations.await(operation.id());
        assertThat(events).isEmpty();
    }

    @Test
    void a_follower_of_what_has_ended_hears_it_all() {
        var ended = run(tell -> {
            tell.accept(Step.of("a", "one"));
            return Result.of(List.of());
        });
        var events = new LinkedBlockingQueue<Entry<OperationEvent>>();
        operations.follow(ended.id(), 0, events);
        assertThat(events).hasSize(2);
    }

    @Test
    void the_last_fifty_are_kept_newest_first() {
        var first = run(_ -> Result.of(List.of()));
        Operation last = first;
        for (int i = 0; i < 50; i++) {
            last = run(_ -> Result.of(List.of()));
        }
        assertThat(operations.all()).hasSize(50).first().isEqualTo(last);
        assertThatThrownBy(() -> operations.find(first.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.OPERATION_NOT_FOUND));
    }

    private Operation run(Function<Consumer<Step>, Result> work) {
        return operations.await(operations.start("test", work).id());
    }

    private static Function<Consumer<Step>, Result> waiting(CountDownLatch go) {
        return _ -> {
            await(go);
            return Result.of(List.of());
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
