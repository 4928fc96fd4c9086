package media.usenet.library;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static java.nio.file.StandardWatchEventKinds.OVERFLOW;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Hears from the kernel (inotify) in which folders something happens. It holds no file system: one can be unmounted
/// while its folders are watched. For one thread.
final class FolderEvents implements AutoCloseable {

    /// Is told in which folder something happened.
    @FunctionalInterface
    interface Heard {

        /// @param deep whether the folders below it may be others too
        void in(Path folder, boolean deep);
    }

    private final WatchService kernel;

    FolderEvents() throws IOException {
        this.kernel = FileSystems.getDefault().newWatchService();
    }

    /// Watches a folder and all below it.
    ///
    /// @return why not all of it can be watched; empty when all is
    Optional<String> watch(Path start) {
        var failure = new Visitor();
        try {
            if (Files.isDirectory(start, LinkOption.NOFOLLOW_LINKS)) {
                Files.walkFileTree(start, failure);
            }
        } catch (IOException e) {
            failure.note(e);
        }
        return Optional.ofNullable(failure.reason);
    }

    /// Waits for what happens.
    void hear(Duration atMost, Heard heard) throws InterruptedException {
        var key = kernel.poll(atMost.toMillis(), TimeUnit.MILLISECONDS);
        while (key != null) {
            tell(key, heard);
            key.reset();
            key = kernel.poll();
        }
    }

    private void tell(WatchKey key, Heard heard) {
        var folder = (Path) key.watchable();
        for (var event : key.pollEvents()) {
            if (event.kind() == OVERFLOW) {
                heard.in(folder, true);
            } else if (event.context() instanceof Path name) {
                tell(folder, name, event.kind(), heard);
            }
        }
    }

    private void tell(Path folder, Path name, WatchEvent.Kind<?> kind, Heard heard) {
        var entry = folder.resolve(name);
        if (MediaFiles.file(name.toString())) {
            heard.in(folder, false);
        }
        if (kind != ENTRY_MODIFY && MediaFiles.folder(name.toString())) {
            if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                watch(entry);
                heard.in(entry, true);
            } else if (kind == ENTRY_DELETE && !MediaFiles.file(name.toString())) {
                heard.in(entry, true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        kernel.close();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {

        private @Nullable String reason;

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = folder.getFileName();
            if (name != null && !MediaFiles.folder(name.toString())) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            try {
                folder.register(kernel, ENTRY_CREATE, ENTRY_DELETE, ENTRY_MODIFY);
                return FileVisitResult.CONTINUE;
            } catch (IOException e) {
                note(e);
                return FileVisitResult.TERMINATE;
            }
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private void note(IOException e) {
            reason = String.valueOf(e.getMessage());
        }
    }
}
