package media.usenet.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.drives.DriveEvent;
import media.usenet.drives.DriveListener;
import media.usenet.library.DirtyFolders.Dirty;
import media.usenet.library.Scanner.Manner;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Keeps the catalog up with what happens on the drives: hears of changes, waits until they rest, and looks at those
/// folders alone. A root is watched once it was scanned on request, and compared whole each time it comes back.
final class LibraryWatch implements SmartLifecycle, DriveListener {

    private static final Logger log = LoggerFactory.getLogger(LibraryWatch.class);
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration ROUND = Duration.ofSeconds(30);

    private final Roots roots;
    private final Catalog catalog;
    private final Scanner scanner;
    private final boolean wanted;
    private final DirtyFolders dirty;
    private final Set<Path> watched = new HashSet<>();
    private volatile boolean look = true;
    private volatile @Nullable String reason = "it has not begun yet";
    private @Nullable Thread thread;

    /// @param wanted whether changes are to be seen as they happen
    /// @param settle how long a folder must rest before it is looked at
    LibraryWatch(Roots roots, Catalog catalog, Scanner scanner, boolean wanted, Duration settle) {
        this.roots = roots;
        this.catalog = catalog;
        this.scanner = scanner;
        this.wanted = wanted;
        this.dirty = new DirtyFolders(settle);
    }

    /// Why changes are not seen as they happen; null where they are.
    @Nullable
    String reason() {
        return reason;
    }

    @Override
    public void onDrive(DriveEvent event) {
        look = true;
    }

    @Override
    public synchronized void start() {
        if (!wanted) {
            reason = "the settings say so (library.watch), or this is a worker";
        } else if (thread == null) {
            thread = Thread.ofPlatform().daemon().name("library-watch").start(this::run);
        }
    }

    @Override
    public synchronized void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try (var events = new FolderEvents()) {
            reason = null;
            long looked = System.nanoTime();
            while (!Thread.currentThread().isInterrupted()) {
                if (look || System.nanoTime() - looked > ROUND.toNanos()) {
                    look = false;
                    looked = System.nanoTime();
                    attend(events);
                }
                events.hear(TURN, (folder, deep) -> dirty.add(folder, deep, System.nanoTime()));
                compare();
            }
        } catch (IOException e) {
            reason = "the kernel gives no watch: " + e.getMessage();
            log.warn("changes of the library are not seen as they happen: {}", reason);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to watch the roots that came, and forgets those that went: the kernel has ended their watches.
    private void attend(FolderEvents events) {
        var online = roots.all().stream().filter(Root::online).toList();
        watched.retainAll(
                online.stream().flatMap(root -> root.folders().stream()).collect(Collectors.toSet()));
        for (var root : online) {
            if (!watched.containsAll(root.folders()) && isScanned(root)) {
                root.folders().stream()
                        .filter(folder -> Files.isDirectory(folder) && watched.add(folder))
                        .forEach(folder -> begin(events, folder));
            }
        }
    }

    private void begin(FolderEvents events, Path folder) {
        watch(events, folder);
        dirty.add(folder, true, System.nanoTime());
    }

    private void watch(FolderEvents events, Path folder) {
        events.watch(folder).ifPresent(why -> {
            reason = "not all of %s is watched: %s; raise fs.inotify.max_user_watches".formatted(folder, why);
            log.warn("changes of the library are not seen as they happen: {}", reason);
        });
    }

    /// Whether it was asked for once: a drive's first scan takes long, and is for people to begin.
    private boolean isScanned(Root root) {
        try {
            return catalog.holds(root.slot());
        } catch (ProblemException _) {
            // The database is away; the next round asks again.
            look = true;
            return false;
        }
    }

    private void compare() {
        var due = dirty.due(System.nanoTime());
        var scopes = due.stream().map(this::scope).filter(Objects::nonNull).toList();
        if (scopes.isEmpty()) {
            return;
        }
        try {
            var summary = scanner.scan(scopes, new Manner(Manner.WATCH, false, false), _ -> {});
            if (summary.changedAnything()) {
                log.info("library brought up to date: {}", summary.text());
            }
            if (summary.looks().containsKey(ProbeStatus.GROWING.word())) {
                again(due);
            }
        } catch (ProblemException e) {
            reason = e.detail();
            log.warn("the library could not be brought up to date: {} Remedy: {}", e.detail(), e.remedy());
            again(due);
        }
    }

    private void again(List<Dirty> due) {
        due.forEach(folder -> dirty.add(folder.folder(), folder.deep(), System.nanoTime()));
    }

    private @Nullable Scope scope(Dirty folder) {
        return roots.of(folder.folder())
                .filter(Root::online)
                .map(root -> Scope.folder(root, folder.folder(), folder.deep()))
                .orElse(null);
    }
}
