package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownMediaTest {

    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().plusSeconds(60));

    @TempDir
    private Path folder;

    private Path film;

    @BeforeEach
    void film() throws IOException {
        film = Files.writeString(folder.resolve("film.mkv"), "first");
    }

    private KnownMedia media(Function<Path, MediaFacts> look) {
        return new KnownMedia(look, now::get);
    }

    private MediaFacts counted(Path file) {
        looks.incrementAndGet();
        return ProbeTexts.facts("{\"format\": {}}", "{}");
    }

    @Test
    void a_file_that_has_not_changed_is_looked_at_once() {
        var media = media(this::counted);
        media.facts(film);
        media.facts(film);
        assertThat(looks).hasValue(1);
    }

    @Test
    void a_file_that_has_changed_is_looked_at_again_also_when_size_and_time_are_as_before() throws IOException {
        var media = media(this::counted);
        var written = Files.getLastModifiedTime(film);
        media.facts(film);
        var before = Files.getAttribute(film, "unix:ctime");
        // Within one tick of the kernel's clock nothing would tell the two apart.
        while (Files.getAttribute(film, "unix:ctime").equals(before)) {
            Files.writeString(film, "other");
            Files.setLastModifiedTime(film, written);
        }
        media.facts(film);
        assertThat(looks).hasValue(2);
    }

    @Test
    void a_file_that_was_just_written_is_not_remembered() {
        now.set(Instant.now());
        var media = media(this::counted);
        media.facts(film);
        media.facts(film);
        assertThat(looks).hasValue(2);
    }

    @Test
    void a_look_that_failed_is_not_remembered() {
        var media = media(file -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("interrupted");
            }
            return ProbeTexts.facts("{\"format\": {}}", "{}");
        });
        assertThatThrownBy(() -> media.facts(film)).hasMessage("interrupted");
        media.facts(film);
        assertThat(looks).hasValue(2);
    }

    @Test
    void who_asks_while_another_looks_waits_for_that_look() throws InterruptedException {
        var looking = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var media = media(file -> {
            looking.countDown();
            awaited(goOn);
            return counted(file);
        });
        var first = CompletableFuture.supplyAsync(() -> media.facts(film));
        looking.await();
        var second = CompletableFuture.supplyAsync(() -> media.facts(film));
        goOn.countDown();
        assertThat(second.join()).isSameAs(first.join());
        assertThat(looks).hasValue(1);
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_file_that_is_not_there_is_told_by_who_looks() {
        var media = media(file -> {
            throw new IllegalStateException("not there");
        });
        assertThatThrownBy(() -> media.facts(folder.resolve("none"))).hasMessage("not there");
    }
}
