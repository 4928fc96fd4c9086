package media.usenet.staging;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import media.usenet.archive.EntryNames;
import media.usenet.archive.Manifest.Kind;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/// Finds what the recipes take. What they mean and what cannot be taken is a finding, never left out in silence.
final class Walk {

    private final Source source;
    private final Recipe.Matching recipe;
    private final List<Finding> findings;
    private final List<Found> found = new ArrayList<>();

    private Walk(Source source, List<Finding> findings) {
        this.source = source;
        this.recipe = source.recipe().matching();
        this.findings = findings;
    }

    /// A folder comes before what is in it.
    static List<Found> of(Source source, List<Finding> findings) {
        var walk = new Walk(source, findings);
        if (Files.isDirectory(source.root())) {
            walk.folder(source.root(), Path.of(""));
            walk.databasesMissing();
        }
        return walk.withoutCompanions();
    }

    private void folder(Path folder, Path relative) {
        var inode = inode(folder);
        if (inode == null) {
            return;
        }
        add(folder, relative, Kind.FOLDER, inode, null);
        try (var children = Files.newDirectoryStream(folder)) {
            var sorted = new ArrayList<Path>();
            children.forEach(sorted::add);
            sorted.sort(Path::compareTo);
            for (var child : sorted) {
                child(child, relative.resolve(child.getFileName()).normalize());
            }
        } catch (IOException | DirectoryIteratorException e) {
            unreadable(folder, e);
        }
    }

    private void child(Path child, Path relative) {
        if (recipe.excludes(relative) || !recipe.mayTakeBelow(relative)) {
            return;
        }
        var inode = inode(child);
        if (inode == null) {
            return;
        }
        if (inode.folder()) {
            folder(child, relative);
        } else if (recipe.takes(relative)) {
            leaf(child, relative, inode);
        }
    }

    private void leaf(Path file, Path relative, Inode inode) {
        if (inode.link()) {
            link(file, relative, inode);
        } else if (!inode.file()) {
            finding("BACKUP_NOT_A_FILE", Severity.NOTICE, file, "is a socket, a pipe or a device, and is not taken");
        } else if (inode.stamp().size() > source.recipe().largest()) {
            findings.add(new Finding(
                    "BACKUP_FILE_TOO_LARGE",
                    Severity.WARNING,
                    "%s has %d MB, more than configuration has, and is not in the backup"
                            .formatted(file, inode.stamp().size() >> 20),
                    "exclude it in the service's template, or raise largest-file-mb in the type of backup"));
        } else {
            add(file, relative, Kind.FILE, inode, null);
        }
    }

    private void link(Path file, Path relative, Inode inode) {
        try {
            var target = Files.readSymbolicLink(file).toString();
            var refusal = EntryNames.link(path(relative), target);
            if (refusal.isEmpty()) {
                add(file, relative, Kind.LINK, inode, target);
            } else {
                finding("BACKUP_LINK_LEAVES", Severity.NOTICE, file, refusal.get() + "; the link is not taken");
            }
        } catch (IOException e) {
            unreadable(file, e);
        }
    }

    private void add(Path file, Path relative, Kind kind, Inode inode, @Nullable String target) {
        var path = path(relative);
        var refusal = EntryNames.name(path);
        if (refusal.isPresent()) {
            finding("BACKUP_NAME_REFUSED", Severity.WARNING, file, refusal.get() + "; it is not taken");
            return;
        }
        found.add(new Found(path, file, source.subject(), kind, inode, recipe.holds(relative), target));
    }

    private String path(Path relative) {
        return relative.toString().isEmpty() ? source.prefix() : source.prefix() + "/" + relative;
    }

    private @Nullable Inode inode(Path path) {
        try {
            return Inode.of(path);
        } catch (IOException e) {
            unreadable(path, e);
            return null;
        }
    }

    /// The log of a database is copied with it, not beside it.
    private List<Found> withoutCompanions() {
        Set<String> paths = new HashSet<>();
        found.forEach(one -> paths.add(one.path()));
        return found.stream()
                .filter(one -> {
                    var owner = SqliteFile.owner(one.path());
                    return owner.equals(one.path()) || !paths.contains(owner);
                })
                .toList();
    }

    private void databasesMissing() {
        for (var database : source.recipe().databases()) {
            if (found.stream().noneMatch(one -> one.path().equals(source.prefix() + "/" + database))) {
                findings.add(new Finding(
                        "BACKUP_DATABASE_ABSENT",
                        Severity.WARNING,
                        "%s has no database %s"
                                .formatted(source.subject(), source.root().resolve(database)),
                        "nothing to do before it has run once; after that, its template names the wrong file"));
            }
        }
    }

    private void unreadable(Path path, Exception e) {
        if (e instanceof NoSuchFileException) {
            finding("BACKUP_FILE_VANISHED", Severity.NOTICE, path, "went away while the backup was made");
            return;
        }
        var why = e instanceof AccessDeniedException ? "may not be read" : "cannot be read: " + e.getMessage();
        findings.add(new Finding(
                "BACKUP_FILE_UNREADABLE",
                Severity.ERROR,
                "%s %s, and is not in the backup".formatted(path, why),
                "check its permissions and its disk, then back up again"));
    }

    private void finding(String code, Severity severity, Path path, String what) {
        findings.add(new Finding(code, severity, path + " " + what, "nothing, unless the application needs it"));
    }
}
