package media.usenet.mover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import media.usenet.event.Step;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.mover.FileMove.Point;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoverTest {

    private static final String FILM = "media/movies/Sintel (2010)/Sintel.mkv";
    private static final int SEVERAL_CHUNKS = 3 * FileContent.CHUNK + 12345;

    @TempDir
    private Path folder;

    private final List<LeftBehind> left = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private FakeSlots slots;
    private Path journal;

    @BeforeEach
    void two_slots() throws IOException {
        slots = new FakeSlots(folder.resolve("pool"), "films", "archive");
        journal = folder.resolve("state/moves.journal");
    }

    @Test
    void a_file_goes_with_its_content_mode_time_and_attributes() throws IOException {
        var bytes = write(FILM, SEVERAL_CHUNKS);
        var source = film("films");
        Files.setPosixFilePermissions(source, PosixFilePermissions.fromString("rw-r-----"));
        Files.getFileAttributeView(source, UserDefinedFileAttributeView.class)
                .write("origin", ByteBuffer.wrap("usenet".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var time = FileTime.from(Instant.parse("2020-02-03T04:05:06.123456789Z"));
        Files.setLastModifiedTime(source, time);

        run(_ -> {});

        var moved = film("archive");
        assertThat(Files.readAllBytes(moved)).isEqualTo(bytes);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(moved)))
                .isEqualTo("rw-r-----");
        assertThat(Files.getLastModifiedTime(moved)).isEqualTo(time);
        assertThat(Files.getFileAttributeView(moved, UserDefinedFileAttributeView.class)
                        .list())
                .containsExactly("origin");
        assertThat(left).isEmpty();
        assertThat(slots.path("films").resolve("media/movies")).isEmptyDirectory();
        assertNothingBetween();
    }

    @Test
    void its_progress_counts_the_bytes() throws IOException {
        write(FILM, SEVERAL_CHUNKS);
        run(_ -> {});
        assertThat(steps).extracting(Step::done).startsWith(0L).isSorted();
        assertThat(steps.getLast())
                .isEqualTo(
                        new Step("films", FILM + " to archive", (long) SEVERAL_CHUNKS, (long) SEVERAL_CHUNKS, "bytes"));
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void a_kill_at_any_step_leaves_one_whole_file_and_nothing_else(Point last) throws IOException {
        var bytes = write(FILM, SEVERAL_CHUNKS);
        killedAt(last);

        assertThat(mover(_ -> {}).settle()).isEmpty();
        assertOneWholeFile(bytes);
        run(_ -> {});

        assertThat(Files.readAllBytes(film("archive"))).isEqualTo(bytes);
        assertThat(film("films")).doesNotExist();
        assertThat(left).isEmpty();
        assertNothingBetween();
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void hard_links_survive_a_kill_at_any_step(Point last) throws IOException {
        var bytes = write(FILM, 100_000);
        var download = slots.path("films").resolve("downloads/complete/Sintel/sintel.mkv");
        Files.createDirectories(download.getParent());
        Files.createLink(download, film("films"));
        killedAt(last);

        assertThat(mover(_ -> {}).settle()).isEmpty();
        run(_ -> {});

        assertThat(Files.readAllBytes(film("archive"))).isEqualTo(bytes);
        assertThat(Files.isSameFile(
                        film("archive"), slots.path("archive").resolve("downloads/complete/Sintel/sintel.mkv")))
                .isTrue();
        assertThat(download).doesNotExist();
        assertThat(film("films")).doesNotExist();
        assertNothingBetween();
    }

    @ParameterizedTest
    @EnumSource(Point.class)
    void a_settlement_that_is_killed_too_is_settled_by_the_next(Point last) throws IOException {
        var bytes = write(FILM, 100_000);
        killedAt(last);
        var told = Files.exists(journal) ? Files.readString(journal) : "";
        mover(_ -> {}).settle();
        // The settlement's own last word did not reach the disk.
        Files.writeString(journal, told);

        mover(_ -> {}).settle();
        assertOneWholeFile(bytes);
    }

    @Test
    void a_journal_line_cut_off_by_a_crash_is_a_step_not_taken() throws IOException {
        var bytes = write(FILM, 100_000);
        killedAt(Point.COPY_TOLD);
        Files.writeString(journal, "{\"id\":\"x-1\",\"state\":\"PLA", StandardOpenOption.APPEND);

        mover(_ -> {}).settle();
        assertOneWholeFile(bytes);
        assertThat(film("films")).exists();
    }

    @Test
    void a_file_of_that_name_at_the_destination_is_never_replaced() throws IOException {
        write(FILM, 1000);
        Files.createDirectories(film("archive").getParent());
        Files.writeString(film("archive"), "another");
        run(_ -> {}, plan("films", "archive"));

        assertThat(film("archive")).hasContent("another");
        assertThat(film("films")).hasSize(1000);
        assertThat(left)
                .singleElement()
                .satisfies(file -> assertThat(file.because()).contains("archive has a"));
        assertNothingBetween();
    }

    @Test
    void not_even_one_that_came_after_the_copy_was_made() throws IOException {
        write(FILM, 1000);
        run(at(Point.COPY_TOLD, () -> {
            Files.createDirectories(film("archive").getParent());
            Files.writeString(film("archive"), "another");
        }));
        assertThat(film("archive")).hasContent("another");
        assertThat(film("films")).hasSize(1000);
        assertThat(left)
                .singleElement()
                .satisfies(file -> assertThat(file.because()).contains("EEXIST"));
        assertNothingBetween();
    }

    @Test
    void a_file_in_use_stays() throws IOException {
        write(FILM, 1000);
        try (var _ = FileChannel.open(film("films"), StandardOpenOption.READ)) {
            run(_ -> {});
        }
        assertThat(film("films")).exists();
        assertThat(film("archive")).doesNotExist();
        assertThat(left).containsExactly(new LeftBehind("films", FILM, "it is in use"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Point.class,
            names = {"COPIED", "COPY_TOLD", "FIRST_PLACED", "PLACING_TOLD"})
    void what_is_written_to_while_it_is_moved_stays_and_its_old_copy_goes(Point moment) throws IOException {
        write(FILM, 1000);
        run(at(moment, () -> Files.writeString(film("films"), "newer")));

        assertThat(film("films")).hasContent("newer");
        assertThat(film("archive")).doesNotExist();
        assertThat(left).hasSize(1);
        assertNothingBetween();
    }

    @Test
    void what_has_a_writer_at_the_end_stays() throws IOException {
        write(FILM, 1000);
        var writers = new ArrayList<FileChannel>();
        run(at(Point.PLACING_TOLD, () -> writers.add(FileChannel.open(film("films"), StandardOpenOption.WRITE))));
        writers.getFirst().close();

        assertThat(film("films")).exists();
        assertThat(film("archive")).doesNotExist();
        assertThat(left).hasSize(1);
    }

    @Test
    void a_drive_that_goes_suspends_and_its_return_completes() throws IOException {
        var bytes = write(FILM, SEVERAL_CHUNKS);
        for (var slot : List.of("archive", "films")) {
            assertThatThrownBy(() -> run(at(Point.BEGUN, () -> slots.online(slot, false))))
                    .isInstanceOfSatisfying(
                            DriveGone.class, e -> assertThat(e.slot()).isEqualTo(slot));
            assertThatThrownBy(() -> mover(_ -> {}).settle()).isInstanceOf(DriveGone.class);
            slots.online(slot, true);
            mover(_ -> {}).settle();
            assertOneWholeFile(bytes);
        }
        run(_ -> {});
        assertThat(Files.readAllBytes(film("archive"))).isEqualTo(bytes);
        assertThat(left).isEmpty();
    }

    @Test
    void what_was_given_up_waits_for_no_drive_and_is_tidied_up_when_it_is_back() throws IOException {
        var bytes = write(FILM, SEVERAL_CHUNKS);
        assertThatThrownBy(() -> run(at(Point.FIRST_PLACED, () -> slots.online("archive", false))))
                .isInstanceOf(DriveGone.class);

        mover(_ -> {}).giveUp();

        mover(_ -> {}).settle();
        assertThat(Files.readAllBytes(film("films"))).isEqualTo(bytes);
        slots.online("archive", true);
        mover(_ -> {}).settle();
        assertOneWholeFile(bytes);
        assertThat(journal).doesNotExist();
    }

    @Test
    void a_link_at_the_destination_leads_no_copy_elsewhere() throws IOException {
        write(FILM, 1000);
        var elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(slots.path("archive").resolve("media"), elsewhere);
        run(_ -> {});

        assertThat(elsewhere).isEmptyDirectory();
        assertThat(film("films")).exists();
        assertThat(left).isNotEmpty();
    }

    @Test
    void symbolic_links_go_as_links() throws IOException {
        var link = slots.path("films").resolve("media/movies/latest.mkv");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("Sintel (2010)/Sintel.mkv"));
        run(_ -> {});

        assertThat(Files.readSymbolicLink(slots.path("archive").resolve("media/movies/latest.mkv")))
                .isEqualTo(Path.of("Sintel (2010)/Sintel.mkv"));
        assertThat(Files.exists(link, LinkOption.NOFOLLOW_LINKS)).isFalse();
    }

    @Test
    void a_sparse_file_stays_sparse() throws IOException {
        Files.createDirectories(film("films").getParent());
        try (var file = new RandomAccessFile(film("films").toFile(), "rw")) {
            file.seek(20 << 20);
            file.write(7);
            file.setLength(64 << 20);
        }
        run(_ -> {});

        assertThat(film("archive")).hasSize(64 << 20);
        assertThat(blocks(film("archive"))).isLessThan(1000);
        try (var file = new RandomAccessFile(film("archive").toFile(), "r")) {
            file.seek(20 << 20);
            assertThat(file.read()).isEqualTo(7);
        }
    }

    @Test
    void a_file_linked_from_outside_of_its_slot_is_left() throws IOException {
        write(FILM, 1000);
        Files.createLink(folder.resolve("outside.mkv"), film("films"));
        var inventory = SlotFiles.read(slots.find("films").orElseThrow());
        assertThat(inventory.files()).isEmpty();
        assertThat(inventory.left())
                .containsExactly(new LeftBehind("films", FILM, "it has a hard link outside of what is moved"));
    }

    private void killedAt(Point last) {
        var killed = new Error("killed");
        assertThatThrownBy(() -> run(at(last, () -> {
                    throw killed;
                })))
                .isSameAs(killed);
    }

    private interface Deed {
        void run() throws IOException;
    }

    private static Consumer<Point> at(Point moment, Deed deed) {
        return point -> {
            if (point == moment) {
                try {
                    deed.run();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }

    private void run(Consumer<Point> reached) throws IOException {
        run(reached, plan("films", "archive"));
    }

    private void run(Consumer<Point> reached, MovePlan plan) throws IOException {
        mover(reached).run(plan, 0, left::add, steps::add);
    }

    private Mover mover(Consumer<Point> reached) {
        return new Mover(slots, journal, reached);
    }

    private MovePlan plan(String from, String to) {
        return new MovePlan(
                SlotFiles.read(slots.find(from).orElseThrow()).files().stream()
                        .map(file -> new Move(from, to, file))
                        .toList(),
                List.of());
    }

    private byte[] write(String name, int size) throws IOException {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        var file = slots.path("films").resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
        return bytes;
    }

    private Path film(String slot) {
        return slots.path(slot).resolve(FILM);
    }

    private void assertOneWholeFile(byte[] bytes) throws IOException {
        var whole = new ArrayList<Path>();
        for (var slot : List.of("films", "archive")) {
            if (Files.exists(film(slot))) {
                assertThat(Files.readAllBytes(film(slot))).isEqualTo(bytes);
                whole.add(film(slot));
            }
        }
        assertThat(whole).hasSize(1);
        assertNothingBetween();
    }

    private void assertNothingBetween() {
        assertThat(List.of(slots.path("films"), slots.path("archive")))
                .allSatisfy(slot -> assertThat(slot.resolve(".usenet-tmp")).doesNotExist());
        assertThat(new Journal(journal).open()).isEmpty();
    }

    private static long blocks(Path file) {
        var command = Command.of(Duration.ofSeconds(5), List.of("stat", "-c", "%b", file.toString()));
        var outcome = new HostProcessRunner().run(new Command(command.argv(), Map.of(), command.timeout()));
        return outcome instanceof Exited exited ? Long.parseLong(exited.stdout().strip()) : -1;
    }
}
