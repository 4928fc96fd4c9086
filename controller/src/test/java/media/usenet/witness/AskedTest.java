package media.usenet.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Question;
import media.usenet.trash.Use;
import media.usenet.witness.Asked.Application;
import media.usenet.witness.Asked.Used;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder stands for a container's root, in which the pool is bound to `/pool`.
class AskedTest {

    @TempDir
    private Path root;

    private Path film;
    private final AtomicLong now = new AtomicLong();
    private final List<String> asked = new ArrayList<>();

    @BeforeEach
    void aFilmThatIsSeeded() throws IOException {
        Files.createDirectories(root.resolve("pool/films"));
        film = Files.writeString(root.resolve("pool/films/a.mkv"), "film");
    }

    private Application application(String service, Supplier<List<Used>> used) {
        return new Application(service, new ContainerFiles(root), () -> {
            asked.add(service);
            return used.get();
        });
    }

    private Use use(Path file, Application... applications) {
        return new Asked(Question.TORRENTS, () -> List.of(applications), now::get).use(file);
    }

    @Test
    void a_file_that_an_application_names_is_busy_by_its_path_there() {
        var seeding =
                application("transmission", () -> List.of(new Used("torrent A, seeding", "/pool/films/a.mkv", 4)));
        assertThat(use(film, seeding)).isEqualTo(new Use.Busy("transmission, torrent A, seeding"));
    }

    @Test
    void another_name_of_the_same_file_is_busy_too() throws IOException {
        var link = Files.createLink(root.resolve("pool/films/library name.mkv"), film);
        var seeding = application("transmission", () -> List.of(new Used("A", "/pool/films/a.mkv", 4)));
        assertThat(use(link, seeding)).isInstanceOf(Use.Busy.class);
    }

    @Test
    void another_file_is_free_also_where_it_has_the_same_length_or_name() throws IOException {
        var twin = Files.writeString(root.resolve("twin.mkv"), "film");
        Files.createDirectories(root.resolve("other"));
        var namesake = Files.writeString(root.resolve("other/a.mkv"), "something else");
        var seeding = application(
                "transmission",
                () -> List.of(new Used("A", "/pool/films/a.mkv", 4), new Used("gone", "/pool/films/gone.mkv", 4)));
        assertThat(use(twin, seeding)).isEqualTo(new Use.Free());
        assertThat(use(namesake, seeding)).isEqualTo(new Use.Free());
    }

    @Test
    void every_application_is_asked_and_one_that_cannot_be_is_named() {
        var free = application("transmission", List::of);
        var silent = application("qbittorrent", () -> {
            throw new ProblemException(Problem.SERVICE_NOT_RUNNING, "qbittorrent wants a login", "give it");
        });
        assertThat(use(film, silent, free)).isEqualTo(new Use.Unknown("qbittorrent wants a login"));
        assertThat(asked).containsExactly("qbittorrent", "transmission");
    }

    @Test
    void one_that_knows_counts_more_than_one_that_cannot_be_asked() {
        var silent = application("qbittorrent", () -> {
            throw new ProblemException(Problem.SERVICE_NOT_RUNNING, "qbittorrent wants a login", "give it");
        });
        var seeding = application("transmission", () -> List.of(new Used("A", "/pool/films/a.mkv", 4)));
        assertThat(use(film, silent, seeding)).isEqualTo(new Use.Busy("transmission, A"));
    }

    @Test
    void where_no_application_can_know_nothing_is_known() {
        assertThat(use(film)).isInstanceOf(Use.Unknown.class);
        var asked = new Asked(
                Question.STREAMS,
                () -> {
                    throw new ProblemException(Problem.DOCKER_UNREACHABLE, "Docker does not answer", "start it");
                },
                now::get);
        assertThat(asked.use(film)).isEqualTo(new Use.Unknown("Docker does not answer"));
    }

    @Test
    void a_file_that_vanished_is_unknown_and_never_free() {
        var seeding = application("transmission", () -> List.of(new Used("A", "/pool/films/a.mkv", 4)));
        assertThat(use(root.resolve("gone.mkv"), seeding)).isInstanceOf(Use.Unknown.class);
    }

    @Test
    void an_answer_holds_for_the_next_file_and_not_for_long() {
        var one = application("transmission", List::of);
        var witness = new Asked(Question.TORRENTS, () -> List.of(one), now::get);
        witness.use(film);
        witness.use(film);
        assertThat(asked).hasSize(1);
        now.addAndGet(Duration.ofSeconds(4).toNanos());
        witness.use(film);
        assertThat(asked).hasSize(2);
    }
}
