package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import media.usenet.copies.FreedBytes.Change;
import media.usenet.copies.FreedBytes.Occupied;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReflinksHostIT {

    private static final int BYTES = 3_000_000;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"btrfs", "xfs"})
    void reflinks_are_one_body_and_no_duplicates(String type) throws IOException {
        try (var drive = LoopDrive.make(folder, type, 512L << 20, "-q")) {
            var bytes = new byte[BYTES];
            new Random(1).nextBytes(bytes);
            var film = Files.write(drive.point().resolve("film.mkv"), bytes);
            drive.run(
                    "cp",
                    "--reflink=always",
                    film.toString(),
                    drive.point().resolve("reflink.mkv").toString());
            var linked = find(drive);
            assertThat(linked.groups()).isEmpty();
            assertThat(linked.linked()).singleElement().satisfies(body -> {
                assertThat(body.reflinked()).isTrue();
                assertThat(body.names()).hasSize(2);
            });

            Files.write(drive.point().resolve("copy.mkv"), bytes);
            assertThat(find(drive).groups()).singleElement().satisfies(group -> {
                assertThat(group.bodies())
                        .extracting(body -> body.names().size())
                        .containsExactly(1, 2);
                assertThat(group.repeatedBytes()).isEqualTo(BYTES);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"btrfs", "xfs"})
    void a_reflink_is_not_promised_to_free_its_blocks(String type) throws IOException {
        try (var drive = LoopDrive.make(folder, type, 512L << 20, "-q")) {
            var film = Files.write(drive.point().resolve("film.mkv"), new byte[BYTES]);
            var reflink = drive.point().resolve("reflink.mkv");
            drive.run("cp", "--reflink=always", film.toString(), reflink.toString());
            drive.freeBytes();
            var freed = FreedBytes.of(List.of(new Change.Removal(Occupied.of(reflink, true))));
            assertThat(freed.certain()).isZero();
            assertThat(freed.atMost()).isGreaterThanOrEqualTo(BYTES);
        }
    }

    private static Comparison find(LoopDrive drive) throws IOException {
        return new IdenticalFiles(Lanes.one(), InstantSource.system())
                .find(Listing.of(drive.point()), Proof.COMPARED, HashMemory.none());
    }
}
