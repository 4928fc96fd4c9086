package media.usenet.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import media.usenet.library.Comparison.Pair;
import media.usenet.library.Tally.Count;
import media.usenet.library.Walk.Folder;

/// One walk through a root: writes down what is new, changed, moved and gone. Nothing is called gone unless the
/// folder it was in could be listed whole, on the file system that it was on.
final class Sweep {

    private static final int FILES_AT_ONCE = 500;
    private static final int FOLDERS_AT_ONCE = 200;

    private final Catalog catalog;
    private final Standing standing;
    private final Scope scope;
    private final Tally tally;
    private final Troubles troubles;
    private final Instant now;
    private final boolean dry;
    private final boolean first;
    private final List<Folder> batch = new ArrayList<>();
    private final Set<String> listed = new HashSet<>();
    private final List<Path> unread = new ArrayList<>();
    private final Set<Long> devices = new HashSet<>();
    private final List<Known> missing = new ArrayList<>();
    private int filesInBatch;
    private volatile boolean abandoned;

    /// @param dry whether nothing is written
    Sweep(Catalog catalog, Standing standing, Scope scope, Tally tally, Troubles troubles, Instant now, boolean dry) {
        this.catalog = catalog;
        this.standing = standing;
        this.scope = scope;
        this.tally = tally;
        this.troubles = troubles;
        this.now = now;
        this.dry = dry;
        this.first = !catalog.holds(scope.root().slot());
    }

    /// @param alive called whenever something answered
    /// @return whether the root was there all the time
    boolean run(Runnable alive) {
        var before = standing.device(scope.root());
        if (before.isEmpty()) {
            return notThere();
        }
        devices.add(before.getAsLong());
        var walk = new Walk(scope.root(), troubles, alive);
        for (var start : scope.starts()) {
            walk.run(start, scope.deep(), folder -> {
                take(folder);
                alive.run();
            });
        }
        compare();
        return settle(before);
    }

    /// Nothing is written from now on, whatever the walk that hangs comes back with.
    void abandon() {
        abandoned = true;
    }

    private boolean notThere() {
        troubles.notThere(scope.root());
        return false;
    }

    private void take(Folder folder) {
        tally.add(Count.FOLDERS, 1);
        batch.add(folder);
        filesInBatch += folder.files().size();
        if (filesInBatch >= FILES_AT_ONCE || batch.size() >= FOLDERS_AT_ONCE) {
            compare();
        }
    }

    private void compare() {
        if (batch.isEmpty() || abandoned) {
            return;
        }
        var hashes = new HashSet<String>();
        var whole = new HashSet<String>();
        for (var folder : batch) {
            var relative = scope.root().path().relativize(folder.path());
            var hash = Place.hash(relative.toString());
            hashes.add(hash);
            if (folder.whole()) {
                whole.add(hash);
            } else {
                unread.add(folder.path());
            }
        }
        var slot = scope.root().slot();
        var known = catalog.known(slot, hashes).stream()
                .filter(entry -> scope.means(entry.place()))
                .toList();
        var found = batch.stream()
                .flatMap(folder -> folder.files().stream())
                .filter(file -> scope.means(file.place().hash()))
                .toList();
        found.forEach(file -> devices.add(file.key().device()));
        var comparison = Comparison.of(known, found);
        comparison.missing().stream()
                .filter(entry -> whole.contains(entry.folder()))
                .forEach(missing::add);
        listed.addAll(hashes);
        count(comparison, found.size());
        if (!dry) {
            catalog.save(entries(comparison), now);
        }
        batch.clear();
        filesInBatch = 0;
    }

    private void count(Comparison comparison, int files) {
        tally.add(Count.FILES, files);
        tally.add(Count.ADDED, comparison.added().size());
        tally.add(Count.CHANGED, comparison.changed().size());
        tally.add(Count.UNCHANGED, comparison.same() + comparison.touched().size());
    }

    private List<Entry> entries(Comparison comparison) {
        var entries = new ArrayList<Entry>();
        for (var file : comparison.added()) {
            entries.add(new Entry(null, scope.root(), file, look(file)));
        }
        for (Pair pair : comparison.changed()) {
            entries.add(new Entry(pair.known().id(), scope.root(), pair.found(), Look.NOT_YET));
        }
        for (Pair pair : comparison.touched()) {
            entries.add(new Entry(pair.known().id(), scope.root(), pair.found(), null));
        }
        return entries;
    }

    private Look look(Found file) {
        if (first && file.links() == 1) {
            return Look.NOT_YET;
        }
        var known = catalog.sameBytes(scope.root().slot(), file);
        known.ifPresent(_ -> tally.add(Count.MOVED, 1));
        return known.orElse(Look.NOT_YET);
    }

    private boolean settle(OptionalLong before) {
        if (!standing.device(scope.root()).equals(before) || abandoned) {
            return notThere();
        }
        notMet();
        var gone = missing.stream().filter(this::canTell).map(Known::id).toList();
        var lost = missing.stream()
                .filter(entry -> !canTell(entry) && !entry.lost())
                .map(Known::id)
                .toList();
        tally.add(Count.GONE, gone.size());
        tally.add(Count.UNKNOWN, missing.size() - gone.size());
        if (!dry) {
            catalog.remove(gone);
            catalog.lose(lost);
            if (scope.whole()) {
                catalog.walked(scope.root().slot(), now);
            }
        }
        return true;
    }

    /// Entries of folders that are not there any more.
    private void notMet() {
        var slot = scope.root().slot();
        if (!scope.deep()) {
            return;
        }
        var folders = new ArrayList<String>();
        catalog.folders(slot, (hash, file) -> {
            var folder = scope.root().path().resolve(Place.parent(file));
            if (!listed.contains(hash)
                    && scope.covers(folder)
                    && unread.stream().noneMatch(folder::startsWith)) {
                folders.add(hash);
            }
        });
        for (int from = 0; from < folders.size(); from += FOLDERS_AT_ONCE) {
            missing.addAll(
                    catalog.known(slot, folders.subList(from, Math.min(folders.size(), from + FOLDERS_AT_ONCE))));
        }
    }

    /// A slot always has the same file system. In another folder one may be mounted or not: a file is gone where the
    /// device that it was on has been met.
    private boolean canTell(Known entry) {
        return scope.root().drive() || devices.contains(entry.key().device());
    }
}
