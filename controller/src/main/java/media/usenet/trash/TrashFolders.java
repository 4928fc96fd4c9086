package media.usenet.trash;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.linux.HeldFolder;
import media.usenet.mover.Drive;

/// Where a drive keeps what was taken: `.usenet-trash/PLAN/0007/NAME`, and beside them the plan's journal.
final class TrashFolders {

    static final Path ROOT = Path.of(".usenet-trash");
    static final String JOURNAL = "journal";

    private TrashFolders() {}

    static Path plan(String plan) {
        return ROOT.resolve(plan);
    }

    static Path entry(String plan, Act act) {
        return plan(plan).resolve("%04d".formatted(act.number()));
    }

    /// The name that a link has until it takes the place of the file.
    static String between(String plan, Act act) {
        return ".usenet-link-%s-%04d".formatted(plan, act.number());
    }

    /// Makes a folder with those above it that are missing; each is on the device when this returns.
    static void make(Drive drive, Path folder) throws IOException {
        var above = Path.of("");
        for (var name : folder) {
            try (var held = beneath(drive, above)) {
                drive.run(_ -> make(held, name));
            }
            above = above.resolve(name);
        }
    }

    private static HeldFolder beneath(Drive drive, Path folder) throws IOException {
        return drive.get(root -> root.beneath(folder));
    }

    private static void make(HeldFolder above, Path name) throws IOException {
        try {
            Files.createDirectory(above.path().resolve(name));
            above.sync();
        } catch (FileAlreadyExistsException _) {
            // What else has the name shows when it is opened as a folder.
        }
    }

    /// The plans that the drive has something of.
    static List<String> plans(Drive drive) throws IOException {
        return drive.get(root -> {
            var folder = root.path().resolve(ROOT);
            if (!Files.isDirectory(folder)) {
                return List.of();
            }
            try (Stream<Path> plans = Files.list(folder)) {
                return plans.map(plan -> plan.getFileName().toString()).sorted().toList();
            }
        });
    }

    /// Removes a folder of this program if nothing is in it.
    static void dropEmpty(Drive drive, Path folder) throws IOException {
        drive.run(root -> {
            try {
                Files.deleteIfExists(root.path().resolve(folder));
            } catch (DirectoryNotEmptyException _) {
                // It still keeps something.
            }
        });
    }
}
