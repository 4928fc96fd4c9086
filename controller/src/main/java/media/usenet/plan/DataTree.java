package media.usenet.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.Decision.Bind;
import media.usenet.plan.StackPlan.Folder;
import media.usenet.pool.PoolFacts;
import media.usenet.pool.PoolLayout;
import media.usenet.settings.StackSettings.Folders;
import media.usenet.settings.StackSettings.Owner;

/// The one tree of downloads and library that every container sees as `/pool`. One mount, so that an import is a hard
/// link and not a copy: link(2) never crosses mounts, not even two binds of one file system.
///
/// @param root what is bound as `/pool`
/// @param outside folders bound below it because they lie elsewhere
record DataTree(Path root, List<Outside> outside, String because, List<Finding> findings) {

    static final String TARGET = "/pool";
    private static final String SLAVE = "rslave";
    private static final String FIRST_SLOT = "main";
    private static final Set<Path> OF_THE_SYSTEM = Stream.of(
                    "/boot",
                    "/dev",
                    "/etc",
                    "/home",
                    "/opt",
                    "/proc",
                    "/root",
                    "/run",
                    "/sys",
                    "/usr",
                    "/var",
                    "/var/lib")
            .map(Path::of)
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> FOLDERS = List.of(
            "media/tv",
            "media/movies",
            "media/music",
            "media/books",
            "media/comics",
            "downloads/complete",
            "downloads/incomplete",
            "downloads/torrents",
            "downloads/usenet");

    record Outside(Path source, String name) {}

    static DataTree of(Folders folders) {
        var media = folders.media();
        var downloads = folders.downloads();
        if (media.isEmpty() && downloads.isEmpty()) {
            return new DataTree(
                    PoolLayout.tree(folders.pool()), List.of(), "drives that come later appear below it", List.of());
        }
        var parent = media.flatMap(tree -> downloads.flatMap(other -> commonParent(tree, other)));
        if (parent.isPresent()) {
            return new DataTree(
                    parent.get(),
                    List.of(),
                    "media and downloads both lie in it, so imports are hard links",
                    List.of());
        }
        var outside = new ArrayList<Outside>();
        media.ifPresent(path -> outside.add(new Outside(path, "media")));
        downloads.ifPresent(path -> outside.add(new Outside(path, "downloads")));
        return new DataTree(
                PoolLayout.tree(folders.pool()), outside, "drives that come later appear below it", List.of(copies()));
    }

    /// The nearest folder above both, unless that is `/` or something that holds the system or people's homes.
    private static Optional<Path> commonParent(Path one, Path other) {
        for (var parent = one; parent != null && parent.getNameCount() > 0; parent = parent.getParent()) {
            if (other.startsWith(parent)) {
                return Optional.of(parent).filter(folder -> !OF_THE_SYSTEM.contains(folder));
            }
        }
        return Optional.empty();
    }

    private static Finding copies() {
        return new Finding(
                "HARD_LINKS_IMPOSSIBLE",
                Severity.WARNING,
                "media and downloads are bound as two trees, so every import is a copy and takes its space twice",
                "put both below one folder, or leave folders.media and folders.downloads out of stack.yaml");
    }

    /// What a container gets in place of the template's one bind of the pool.
    List<Bind> binds(boolean readOnly) {
        var binds = new ArrayList<Bind>();
        binds.add(new Bind(root.toString(), TARGET, readOnly, Optional.of(SLAVE), because));
        for (var folder : outside) {
            binds.add(new Bind(
                    folder.source().toString(),
                    TARGET + "/" + folder.name(),
                    readOnly,
                    Optional.of(SLAVE),
                    "the settings name it"));
        }
        return binds;
    }

    /// The folders of the first slot, where no drives are looked after that would bring their own; a tree that the user
    /// already has is left as it is, but for the mount points in it.
    List<Folder> folders(Folders wanted, Owner owner, PoolFacts pool) {
        boolean drives = pool.state() == PoolFacts.State.GUARDED && outside.isEmpty();
        if (drives || !root.equals(PoolLayout.tree(wanted.pool()))) {
            return List.of();
        }
        var names = outside.isEmpty()
                ? FOLDERS.stream().map(name -> FIRST_SLOT + "/" + name).toList()
                : outside.stream().map(Outside::name).toList();
        return names.stream()
                .map(name -> new Folder(root.resolve(name), owner.uid(), owner.gid()))
                .toList();
    }
}
