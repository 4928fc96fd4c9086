package media.usenet.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.host.WholeFile;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restic.Restic;
import media.usenet.restic.Snapshot;
import org.jspecify.annotations.Nullable;

/// A restic repository: each backup a snapshot, with the manifest as one more file of its tree.
final class ResticVault implements Vault {

    private final Destination destination;
    private final Restic restic;
    private final Path scratch;
    private final Map<String, String> roots = new ConcurrentHashMap<>();
    private final Map<String, JustStored> own = new ConcurrentHashMap<>();

    /// @param scratch where files are unpacked to be compared
    ResticVault(Destination destination, Restic restic, Path scratch) {
        this.destination = destination;
        this.restic = restic;
        this.scratch = scratch;
    }

    @Override
    public Destination destination() {
        return destination;
    }

    @Override
    public List<Stored> list() {
        return snapshots().stream()
                .map(snapshot -> SnapshotTags.stored(snapshot, destination.name()))
                .toList()
                .reversed();
    }

    private List<Snapshot> snapshots() {
        var snapshots = restic.snapshots(SnapshotTags.OURS);
        snapshots.forEach(one -> roots.put(one.id(), one.paths().getFirst()));
        return snapshots;
    }

    @Override
    public Stored store(Manifest manifest, Path tree, LongConsumer onBytes) {
        var text = manifest.json();
        WholeFile.writePrivate(tree.resolve(Manifest.NAME), text);
        var tags = SnapshotTags.of(manifest);
        // The manifest is one of its files, and is not counted.
        var added = restic.backup(tree, tags, done -> onBytes.accept(Math.min(done, manifest.bytes())));
        onBytes.accept(manifest.bytes());
        roots.put(added.snapshot(), tree.toString());
        own.put(added.snapshot(), new JustStored(manifest, text, added));
        var created = manifest.created().atOffset(ZoneOffset.UTC);
        return SnapshotTags.stored(
                new Snapshot(added.snapshot(), created, "", List.of(tree.toString()), tags), destination.name());
    }

    @Override
    public Manifest manifest(Stored stored) {
        return Manifest.parse("the manifest of " + stored.id(), manifestText(stored));
    }

    private String manifestText(Stored stored) {
        return restic.text(stored.key(), root(stored) + "/" + Manifest.NAME);
    }

    private String root(Stored stored) {
        if (!roots.containsKey(stored.key())) {
            snapshots();
        }
        return Optional.ofNullable(roots.get(stored.key()))
                .orElseThrow(() -> new ProblemException(
                        Problem.BACKUP_NOT_FOUND,
                        "there is no snapshot %s in %s any more".formatted(stored.key(), destination.name()),
                        "usenet backup list"));
    }

    /// Of what was stored a moment ago, restic has counted the files and bytes of the snapshot: with that, and the
    /// manifest as it comes back, only what is new has to be unpacked.
    @Override
    public List<Flaw> check(Stored stored, @Nullable Set<String> changed, LongConsumer onBytes) {
        var mine = own.get(stored.key());
        if (mine == null) {
            return whole(stored, manifest(stored), onBytes);
        }
        if (changed == null || !mine.complete()) {
            return whole(stored, mine.manifest(), onBytes);
        }
        if (changed.isEmpty()) {
            return mine.compare(manifestText(stored));
        }
        return unpacked(stored, mine.manifest(), changed::contains, unpacked -> unpacked.flaws(onBytes));
    }

    private List<Flaw> whole(Stored stored, Manifest manifest, LongConsumer onBytes) {
        return unpacked(stored, manifest, _ -> true, unpacked -> {
            var flaws = new ArrayList<>(unpacked.flaws(onBytes));
            flaws.addAll(unpacked.strangers(Manifest.NAME));
            return flaws;
        });
    }

    @Override
    public void fetch(Stored stored, Predicate<String> wanted, Path folder, LongConsumer onBytes) {
        var manifest = manifest(stored);
        Refusals.require(stored, manifest);
        var raw = folder.resolve(".restic");
        unpacked(stored, manifest, wanted, raw, unpacked -> {
            var flaws = unpacked.flaws(onBytes);
            if (!flaws.isEmpty()) {
                throw new ProblemException(
                        Problem.BACKUP_DAMAGED,
                        stored.id() + " is damaged",
                        "take another backup: usenet backup list",
                        flaws);
            }
            unpacked.moveTo(folder);
            return flaws;
        });
    }

    private interface Judging {
        List<Flaw> judge(Unpacked unpacked);
    }

    private List<Flaw> unpacked(Stored stored, Manifest manifest, Predicate<String> wanted, Judging judging) {
        var folder = temporary();
        try {
            return unpacked(stored, manifest, wanted, folder, judging);
        } finally {
            Unpacked.clear(folder);
        }
    }

    private List<Flaw> unpacked(Stored stored, Manifest manifest, Predicate<String> wanted, Path raw, Judging judging) {
        var root = root(stored);
        var entries = manifest.entries().stream()
                .filter(entry -> wanted.test(entry.path()))
                .toList();
        var paths = Stream.concat(
                        entries.stream()
                                .filter(entry -> entry.kind() != Kind.FOLDER)
                                .map(Entry::path),
                        Stream.of(Manifest.NAME))
                .map(path -> root + "/" + path)
                .toList();
        try {
            restic.restore(stored.key(), entries.size() == manifest.entries().size() ? List.of() : paths, raw);
            return judging.judge(new Unpacked(raw.resolve(root.substring(1)), entries));
        } finally {
            Unpacked.clear(raw);
        }
    }

    @Override
    public void remove(Collection<Stored> stored) {
        restic.forget(stored.stream().map(Stored::key).toList());
    }

    private Path temporary() {
        try {
            return Files.createTempDirectory(Files.createDirectories(scratch), "check-");
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot make a folder in " + scratch, "check free space", e);
        }
    }
}
