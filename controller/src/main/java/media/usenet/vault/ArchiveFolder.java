package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// What the files of a folder of archives are called, and which of them are whole backups.
///
/// @param place a folder; or one archive, which is then all there is
record ArchiveFolder(Path place) {

    private static final String PREFIX = "usenet-";
    private static final String PLAIN = ".tar.zst";
    private static final String LOCKED = ".tar.zst.age";

    Path archive(String id, boolean locked) {
        return place.resolve(PREFIX + id + (locked ? LOCKED : PLAIN));
    }

    static Path manifest(Path archive) {
        return archive.resolveSibling(PREFIX + id(archive) + ".json");
    }

    static String id(Path archive) {
        return archive.getFileName()
                .toString()
                .replaceFirst("^" + PREFIX, "")
                .replaceFirst("\\.(tar\\.zst|tar\\.gz|tgz)(\\.age)?$", "");
    }

    static boolean isLocked(Path archive) {
        return archive.toString().endsWith(".age");
    }

    /// Ours, and those of the program before.
    List<Path> archives() {
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        try (var files = Files.list(place)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> isArchive(file) || SeedBackup.isOne(file))
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw failed("list", place, e);
        }
    }

    private static boolean isArchive(Path file) {
        var name = file.getFileName().toString();
        return !name.startsWith(".") && (name.endsWith(PLAIN) || name.endsWith(LOCKED));
    }

    /// What a run left that was killed: a part of an archive, and the manifest of one that never came to be.
    void sweep() {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (var files = Files.list(place)) {
            for (var file : files.filter(ArchiveFolder::isLeftOver).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw failed("clear", place, e);
        }
    }

    private static boolean isLeftOver(Path file) {
        var name = file.getFileName().toString();
        if (name.startsWith("." + PREFIX) && name.endsWith(".part")) {
            return true;
        }
        var whole = name.replaceFirst("\\.json$", "");
        return name.startsWith(PREFIX)
                && name.endsWith(".json")
                && !Files.exists(file.resolveSibling(whole + PLAIN))
                && !Files.exists(file.resolveSibling(whole + LOCKED));
    }

    static ProblemException failed(String verb, Path file, IOException e) {
        return new ProblemException(
                Problem.DESTINATION_FAILED,
                "cannot %s %s: %s".formatted(verb, file, e),
                "check that its drive is mounted, and its permissions",
                e);
    }
}
