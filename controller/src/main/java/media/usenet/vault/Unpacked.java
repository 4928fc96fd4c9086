package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import media.usenet.archive.Hashing;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// What restic has unpacked, before it is believed: compared with the manifest, then handed over.
record Unpacked(Path folder, List<Entry> entries) {

    /// What is not as the manifest says. Folders are what their files lie in.
    List<Flaw> flaws(LongConsumer onBytes) {
        var flaws = new ArrayList<Flaw>();
        long bytes = 0;
        for (var entry : entries) {
            if (entry.kind() != Kind.FOLDER && !same(entry)) {
                flaws.add(new Flaw(entry.path(), "damaged", "is missing, or not what was backed up"));
            }
            bytes += entry.size();
            onBytes.accept(bytes);
        }
        return flaws;
    }

    /// What was unpacked and is in no manifest.
    ///
    /// @param manifest its own name
    List<Flaw> strangers(String manifest) {
        Set<String> known = new HashSet<>(Set.of(manifest));
        for (var entry : entries) {
            for (var path = Path.of(entry.path()); path != null; path = path.getParent()) {
                known.add(path.toString());
            }
        }
        try (var files = Files.walk(folder)) {
            return files.skip(1)
                    .map(file -> folder.relativize(file).toString())
                    .filter(path -> !known.contains(path))
                    .map(path -> new Flaw(path, "refused", "is in the snapshot, not in its manifest"))
                    .toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private boolean same(Entry entry) {
        var file = folder.resolve(entry.path());
        try {
            if (entry.kind() == Kind.LINK) {
                return Files.isSymbolicLink(file)
                        && Files.readSymbolicLink(file).toString().equals(entry.target());
            }
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Hashing.of(file).sha256().equals(entry.sha256());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Into another folder of the same file system.
    void moveTo(Path target) {
        try {
            for (var entry : entries) {
                var to = target.resolve(entry.path());
                if (entry.kind() == Kind.FOLDER) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Files.move(folder.resolve(entry.path()), to);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot unpack into " + target + ": " + e, "check free space", e);
        }
    }

    private ProblemException unreadable(IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_READ, "cannot read what was unpacked in " + folder + ": " + e, "check its drive", e);
    }

    static void clear(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot remove " + folder + ": " + e, "remove it by hand", e);
        }
    }
}
