package media.usenet.smart;

import static media.usenet.smart.SmartText.SATA;
import static media.usenet.smart.SmartText.USB;
import static media.usenet.smart.SmartText.answered;
import static media.usenet.smart.SmartText.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.smart.SmartReport.Asleep;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SmartWatchTest implements ProcessRunner {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final Map<String, Outcome> answers = new ConcurrentHashMap<>();
    private final CountDownLatch hung = new CountDownLatch(1);
    private final AtomicInteger askedHung = new AtomicInteger();
    private final BlockingQueue<SmartReading> readings = new LinkedBlockingQueue<>();
    private volatile List<SmartTarget> targets = List.of(USB, SATA);
    private final SmartWatch watch = new SmartWatch(new Smartctl(this), () -> targets, () -> NOON, readings::add);

    @AfterEach
    void end() {
        hung.countDown();
        watch.close();
    }

    @Test
    void a_drive_that_hangs_holds_up_no_other_and_is_not_asked_twice() throws Exception {
        answers.put("/dev/sdb", outcome("ata-disk"));
        watch.askAll();
        assertThat(next().target()).isEqualTo(SATA);
        watch.askAll();
        assertThat(next().target()).isEqualTo(SATA);
        assertThat(watch.latest())
                .singleElement()
                .isEqualTo(new SmartReading(SATA, answered("ata-disk"), NOON, answered("ata-disk")));
        answers.put("/dev/sdd", outcome("nvme"));
        hung.countDown();
        assertThat(next().target()).isEqualTo(USB);
        assertThat(askedHung).hasValue(1);
        assertThat(watch.latest()).extracting(SmartReading::target).containsExactly(USB, SATA);
    }

    @Test
    void what_a_drive_said_is_kept_while_it_sleeps() throws Exception {
        targets = List.of(SATA);
        answers.put("/dev/sdb", outcome("ata-failing"));
        ask(SATA);
        answers.put("/dev/sdb", outcome("ata-standby"));
        var reading = ask(SATA);
        assertThat(reading.latest()).isEqualTo(new Asleep("it is in STANDBY mode"));
        assertThat(reading.known()).isEqualTo(answered("ata-failing"));
    }

    @Test
    void a_drive_that_comes_back_under_another_letter_keeps_its_reading() throws Exception {
        answers.put("/dev/sdb", outcome("ata-disk"));
        ask(SATA);
        var moved = new SmartTarget("films", "sdz", SATA.serial(), SATA.model(), "sata");
        targets = List.of(moved);
        assertThat(watch.latest())
                .singleElement()
                .extracting(SmartReading::target)
                .isEqualTo(moved);
    }

    @Test
    void a_drive_that_went_away_has_no_reading_any_more() throws Exception {
        answers.put("/dev/sdb", outcome("ata-disk"));
        ask(SATA);
        targets = List.of();
        assertThat(watch.latest()).isEmpty();
    }

    @Test
    void a_start_takes_the_first_reading_at_once() throws Exception {
        targets = List.of(SATA);
        answers.put("/dev/sdb", outcome("ata-disk"));
        watch.start();
        assertThat(next().target()).isEqualTo(SATA);
    }

    @Override
    public Outcome run(Command command, Consumer<String> onErrorLine) {
        var device = command.argv().getLast();
        if (!answers.containsKey(device)) {
            askedHung.incrementAndGet();
            awaitEnd();
        }
        return answers.getOrDefault(device, new Outcome.TimedOut(command.timeout()));
    }

    private void awaitEnd() {
        try {
            hung.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SmartReading ask(SmartTarget target) throws InterruptedException {
        watch.ask(target);
        return next();
    }

    private SmartReading next() throws InterruptedException {
        return readings.take();
    }
}
