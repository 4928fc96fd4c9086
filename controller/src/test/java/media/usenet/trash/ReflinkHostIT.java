package media.usenet.trash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import media.usenet.copies.FreedBytes;
import media.usenet.copies.FreedBytes.Change;
import media.usenet.copies.FreedBytes.Occupied;
import media.usenet.copies.LoopDrive;
import media.usenet.linux.FileExtent;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;
import media.usenet.trash.Act.Claim;
import media.usenet.trash.Act.Kind;
import media.usenet.trash.ActOutcome.Became;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Identical files that are let share their blocks, on file systems of their own.
class ReflinkHostIT {

    private static final long DRIVE_BYTES = 512L << 20;
    /// More than the kernel takes at once, and no whole number of blocks.
    private static final int FILM_BYTES = (40 << 20) + 12_345;

    /// What the file systems write down of who shares what, the checksums that go, and the trash's journal.
    private static final long BOOKKEEPING_BYTES = 128 << 10;

    private static final Set<Question> APPLICATIONS = EnumSet.of(Question.TORRENTS, Question.STREAMS);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"btrfs", "xfs"})
    void two_names_keep_their_own_file_and_the_drive_gains_the_blocks_of_one(String type) throws IOException {
        try (var drive = LoopDrive.make(folder, type, DRIVE_BYTES, "-q")) {
            var bytes = twoFilms(drive);
            var before = Stat.of(loser(drive));
            long free = drive.freeBytes();
            long predicted = FreedBytes.of(List.of(
                            new Change.Reflink(Occupied.of(loser(drive), true), Occupied.of(kept(drive), true))))
                    .certain();
            assertThat(predicted).isGreaterThanOrEqualTo(FILM_BYTES);
            var trash = trash(drive);
            var plan = plan(trash);

            assertThat(trash.apply(plan, APPLICATIONS, LastLook.none(), _ -> {}))
                    .extracting(ActOutcome::became, ActOutcome::because)
                    .containsExactly(tuple(Became.DONE, ""));

            assertThat(Stat.of(loser(drive))).as("inode, size, times, owner").isEqualTo(before);
            assertThat(Stat.of(kept(drive)).inode()).isNotEqualTo(before.inode());
            assertThat(Files.readAllBytes(loser(drive))).isEqualTo(bytes);
            assertThat(Files.readAllBytes(kept(drive))).isEqualTo(bytes);
            assertThat(FileExtent.of(loser(drive))).allMatch(FileExtent::shared).isNotEmpty();
            assertThat(places(loser(drive))).isEqualTo(places(kept(drive)));
            assertThat(drive.freeBytes() - free).isCloseTo(predicted, within(BOOKKEEPING_BYTES));

            assertThat(trash.undo(plan.id(), plan.acts(), _ -> {}))
                    .extracting(ActOutcome::became)
                    .containsExactly(Became.DONE);
            assertThat(Stat.of(loser(drive))).isEqualTo(before);
            assertThat(trash.contents().entries()).isEmpty();
            Files.write(loser(drive), new byte[] {1, 2, 3}, StandardOpenOption.WRITE);
            assertThat(Files.readAllBytes(kept(drive)))
                    .as("what is written to one does not reach the other")
                    .isEqualTo(bytes);
        }
    }

    @Test
    void ext4_has_no_shared_blocks_and_nothing_is_changed() throws IOException {
        try (var drive = LoopDrive.make(folder, "ext4", DRIVE_BYTES, "-q")) {
            var bytes = twoFilms(drive);
            var before = Stat.of(loser(drive));
            var trash = trash(drive);

            assertThat(trash.apply(plan(trash), APPLICATIONS, LastLook.none(), _ -> {}))
                    .singleElement()
                    .satisfies(outcome -> {
                        assertThat(outcome.became()).isEqualTo(Became.REFUSED);
                        assertThat(outcome.because())
                                .isEqualTo("its file system cannot let two files share blocks: plan it without"
                                        + " --reflink, and it becomes a hard link");
                    });

            assertThat(Stat.of(loser(drive))).isEqualTo(before);
            assertThat(Files.readAllBytes(loser(drive))).isEqualTo(bytes);
            assertThat(trash.contents().entries()).isEmpty();
        }
    }

    private static byte[] twoFilms(LoopDrive drive) throws IOException {
        var bytes = new byte[FILM_BYTES];
        new Random(1).nextBytes(bytes);
        Files.write(kept(drive), bytes);
        Files.write(loser(drive), bytes);
        return bytes;
    }

    private static Path kept(LoopDrive drive) {
        return drive.point().resolve("kept.mkv");
    }

    private static Path loser(LoopDrive drive) {
        return drive.point().resolve("copy.mkv");
    }

    /// As blocks, however many runs they are told as.
    private static List<Long> places(Path film) throws IOException {
        return FileExtent.of(film).stream()
                .flatMap(extent -> LongStream.range(0, (extent.bytes() + 4095) / 4096)
                        .mapToObj(block -> extent.place() + block * 4096))
                .toList();
    }

    private static Plan plan(Trash trash) throws IOException {
        var act = new Act(
                1, Kind.REFLINK, Claim.IDENTICAL, trash.look("films", "copy.mkv"), trash.look("films", "kept.mkv"));
        return new Plan("p-1", Instant.EPOCH, List.of(act));
    }

    private static Trash trash(LoopDrive drive) {
        var slot = new Slot("films", drive.point(), true, false, "", 0, 0);
        return new Trash(
                new SlotSource() {
                    @Override
                    public List<Slot> slots() {
                        return List.of(slot);
                    }

                    @Override
                    public Path place(String name) {
                        throw new UnsupportedOperationException(name);
                    }
                },
                List.of(),
                Path.of("/proc"),
                Instant::now);
    }
}
