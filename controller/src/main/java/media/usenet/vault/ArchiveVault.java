package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import media.usenet.archive.AgeKey;
import media.usenet.archive.ArchiveFile;
import media.usenet.archive.ArchiveWriter;
import media.usenet.archive.Manifest;
import media.usenet.host.WholeFile;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A folder of archives, each with its manifest beside it; or one archive alone.
final class ArchiveVault implements Vault {

    private final Destination destination;
    private final ArchiveFolder folder;

    ArchiveVault(Destination destination) {
        this.destination = destination;
        this.folder = new ArchiveFolder(Path.of(destination.place()));
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public List<Stored> list() {
        var stored = new ArrayList<Stored>();
        for (var file : folder.archives()) {
            if (SeedBackup.isOne(file)) {
                stored.add(SeedBackup.read(destination.name(), file));
            } else {
                stored.add(stored(file));
            }
        }
        stored.sort(Comparator.comparing(Stored::created).reversed());
        return List.copyOf(stored);
    }

    /// An archive without a manifest beside it is opened; one that cannot be is listed as far as it is known.
    private Stored stored(Path file) {
        try {
            return stored(file, manifest(file));
        } catch (ProblemException e) {
            var id = ArchiveFolder.id(file);
            return new Stored(
                    id,
                    destination.name(),
                    file.toString(),
                    written(file),
                    "unknown",
                    null,
                    e.detail(),
                    null,
                    List.of(),
                    size(file),
                    null,
                    ArchiveFolder.isLocked(file),
                    "archive");
        }
    }

    private Stored stored(Path file, Manifest manifest) {
        return new Stored(
                manifest.id(),
                destination.name(),
                file.toString(),
                manifest.created(),
                manifest.type(),
                manifest.name(),
                manifest.description(),
                manifest.policy(),
                manifest.services().stream().map(Manifest.ServiceEntry::name).toList(),
                size(file),
                manifest.files(),
                ArchiveFolder.isLocked(file),
                "archive");
    }

    @Override
    public Stored store(Manifest manifest, Path tree, LongConsumer onBytes) {
        var key = destination.encrypt() ? Optional.of(AgeKey.ensure(destination.key())) : Optional.<AgeKey>empty();
        var file = folder.archive(manifest.id(), key.isPresent());
        folder.sweep();
        // First the manifest: an archive that has its name is complete, and what has no archive is no backup.
        WholeFile.writePrivate(ArchiveFolder.manifest(file), manifest.json());
        new ArchiveWriter(tree, key, onBytes).write(manifest, file);
        return stored(file, manifest);
    }

    @Override
    public Manifest manifest(Stored stored) {
        var file = Path.of(stored.key());
        return manifest(file);
    }

    private Manifest manifest(Path file) {
        var beside = ArchiveFolder.manifest(file);
        try {
            if (Files.exists(beside)) {
                return Manifest.parse(beside.toString(), Files.readString(beside));
            }
        } catch (IOException e) {
            throw ArchiveFolder.failed("read", beside, e);
        }
        return archive(file)
                .manifest()
                .orElseThrow(() -> new ProblemException(
                        Problem.BACKUP_DAMAGED,
                        "%s has no manifest: it was not made by usenet".formatted(file.getFileName()),
                        "unpack what you need of it: usenet backup extract"));
    }

    /// The manifest beside it is compared too: it is what listings and plans are made of.
    @Override
    public List<Flaw> check(Stored stored, @Nullable Set<String> changed, LongConsumer onBytes) {
        var file = Path.of(stored.key());
        var flaws = new ArrayList<>(archive(file).check(onBytes));
        if (flaws.isEmpty() && !stored.form().equals("seed") && Files.exists(ArchiveFolder.manifest(file))) {
            var inside = archive(file).manifest().map(Manifest::json);
            if (!inside.equals(Optional.of(manifest(file).json()))) {
                flaws.add(new Flaw(
                        ArchiveFolder.manifest(file).toString(),
                        "damaged",
                        "differs from the manifest inside the archive"));
            }
        }
        return flaws;
    }

    @Override
    public void fetch(Stored stored, Predicate<String> wanted, Path folder, LongConsumer onBytes) {
        archive(Path.of(stored.key())).extract(folder, wanted, onBytes);
    }

    /// The archive first: a manifest alone is no backup, an archive alone still is one.
    @Override
    public void remove(Collection<Stored> stored) {
        for (var one : stored) {
            var file = Path.of(one.key());
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(ArchiveFolder.manifest(file));
            } catch (IOException e) {
                throw ArchiveFolder.failed("remove", file, e);
            }
        }
    }

    private ArchiveFile archive(Path file) {
        boolean locked = ArchiveFolder.isLocked(file);
        return new ArchiveFile(
                file,
                locked && Files.exists(destination.key())
                        ? Optional.of(AgeKey.read(destination.key()))
                        : Optional.empty());
    }

    private static Instant written(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw ArchiveFolder.failed("look at", file, e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw ArchiveFolder.failed("look at", file, e);
        }
    }
}
