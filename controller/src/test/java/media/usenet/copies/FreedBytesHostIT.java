package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import media.usenet.copies.FreedBytes.Change;
import media.usenet.copies.FreedBytes.Occupied;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is predicted beside what the file system then has.
class FreedBytesHostIT {

    private static final int PLANS = 100;
    private static final int FILES = 40;

    private final Random random = new Random(6);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs"})
    void a_hundred_random_plans_free_what_was_predicted_to_the_byte(String type) throws IOException {
        try (var drive = LoopDrive.make(folder, type, 512L << 20, "-q")) {
            for (int n = 0; n < PLANS; n++) {
                var library = Files.createDirectory(drive.point().resolve("library-" + n));
                var names = library(library);
                long before = drive.freeBytes();
                var plan = plan(names);
                var predicted = FreedBytes.of(plan.stream().map(Planned::change).toList());
                for (var planned : plan) {
                    planned.carryOut();
                }
                assertThat(drive.freeBytes() - before)
                        .as("plan %d on %s", n, type)
                        .isEqualTo(predicted.certain());
                drive.run("rm", "-r", library.toString());
            }
        }
    }

    /// Films of many sizes, some with several names, some with holes.
    private List<Path> library(Path library) throws IOException {
        var names = new ArrayList<Path>();
        for (int n = 0; n < FILES; n++) {
            var file = library.resolve("film-%02d.mkv".formatted(n));
            try (var film = new RandomAccessFile(file.toFile(), "rw")) {
                for (int part = random.nextInt(4); part >= 0; part--) {
                    film.seek(random.nextInt(1 << 20));
                    film.write(new byte[random.nextInt(1 << 18)]);
                }
            }
            names.add(file);
            for (int link = random.nextInt(6) - 3; link > 0; link--) {
                names.add(Files.createLink(library.resolve("film-%02d-%d.mkv".formatted(n, link)), file));
            }
        }
        // What a plan leaves in a library: a folder that is not emptied.
        names.remove(0);
        return names;
    }

    private record Planned(Change change, Path name, Path kept) {

        void carryOut() throws IOException {
            Files.delete(name);
            if (change instanceof Change.HardLink) {
                Files.createLink(name, kept);
            }
        }
    }

    private List<Planned> plan(List<Path> names) throws IOException {
        var plan = new ArrayList<Planned>();
        var kept = names.stream().filter(_ -> random.nextInt(4) == 0).toList();
        for (var name : names) {
            if (!kept.contains(name) && random.nextInt(3) > 0) {
                var file = Occupied.of(name, false);
                if (!kept.isEmpty() && random.nextBoolean()) {
                    var keep = kept.get(random.nextInt(kept.size()));
                    plan.add(new Planned(new Change.HardLink(file, Occupied.of(keep, false)), name, keep));
                } else {
                    plan.add(new Planned(new Change.Removal(file), name, name));
                }
            }
        }
        return plan;
    }
}
