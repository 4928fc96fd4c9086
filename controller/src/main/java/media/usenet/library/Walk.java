package media.usenet.library;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Lists folder after folder of one root. No link is followed, so none can lead in circles or out of the root; what
/// cannot be read is told, and the walk goes on.
final class Walk {

    private static final int MOST_BYTES_OF_A_PATH = 4_096;

    /// A folder as it was listed.
    ///
    /// @param whole whether all of it could be listed: only then is gone what is not among its files
    record Folder(Path path, List<Found> files, boolean whole) {}

    private final Root root;
    private final Troubles troubles;
    private final Runnable alive;
    private final Set<FileKey> entered = new HashSet<>();
    private final Deque<Path> ahead = new ArrayDeque<>();

    /// @param alive called after each answer of the file system
    Walk(Root root, Troubles troubles, Runnable alive) {
        this.root = root;
        this.troubles = troubles;
        this.alive = alive;
    }

    /// @param deep whether the folders within it are listed too
    void run(Path start, boolean deep, Consumer<Folder> each) {
        ahead.add(start);
        while (!ahead.isEmpty()) {
            enter(ahead.removeLast(), deep).ifPresent(each);
        }
    }

    /// A folder that is mounted in two places is listed once.
    ///
    /// @return empty for one that has gone
    private Optional<Folder> enter(Path folder, boolean deep) {
        try {
            if (Files.isSymbolicLink(folder)) {
                throw new FileSystemException(folder.toString(), null, "it is a link, and links are not followed");
            }
            if (entered.add(key(unix(folder)))) {
                return Optional.of(list(folder, deep));
            }
            troubles.warn(
                    "FOLDER_TWICE",
                    "%s is a folder that was listed under another name already".formatted(folder),
                    "unmount one of the two, or leave one of them out of library.folders");
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            unreadable(folder, e);
        }
        return Optional.of(new Folder(folder, List.of(), false));
    }

    private Folder list(Path folder, boolean deep) {
        var files = new ArrayList<Found>();
        boolean whole = true;
        try (var entries = Files.newDirectoryStream(folder)) {
            for (var entry : entries) {
                whole &= look(entry, deep, files);
                alive.run();
            }
        } catch (DirectoryIteratorException e) {
            unreadable(folder, Objects.requireNonNull(e.getCause(), "a reason"));
            whole = false;
        } catch (IOException e) {
            unreadable(folder, e);
            whole = false;
        }
        return new Folder(folder, files, whole);
    }

    /// @return whether it could be told what it is
    private boolean look(Path entry, boolean deep, List<Found> files) {
        var name = String.valueOf(entry.getFileName());
        if (!MediaFiles.folder(name) && !MediaFiles.file(name)) {
            return true;
        }
        try {
            var attributes = Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory() && MediaFiles.folder(name) && deep) {
                ahead.add(entry);
            } else if (attributes.isRegularFile() && MediaFiles.file(name) && nameable(entry)) {
                files.add(found(entry));
            }
            return true;
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException e) {
            unreadable(entry, e);
            return false;
        }
    }

    private Found found(Path file) throws IOException {
        return found(root, file);
    }

    /// The file as it is now.
    static Found found(Root root, Path file) throws IOException {
        var attributes = unix(file);
        return new Found(
                Place.of(root.path().relativize(file)),
                file,
                number(attributes, "size"),
                time(attributes),
                key(attributes),
                (int) number(attributes, "nlink"));
    }

    private static Map<String, Object> unix(Path path) throws IOException {
        return Files.readAttributes(path, "unix:size,lastModifiedTime,dev,ino,nlink", LinkOption.NOFOLLOW_LINKS);
    }

    private static FileKey key(Map<String, Object> attributes) {
        return new FileKey(number(attributes, "dev"), number(attributes, "ino"));
    }

    private static long number(Map<String, Object> attributes, String name) {
        return ((Number) Objects.requireNonNull(attributes.get(name), name)).longValue();
    }

    private static Instant time(Map<String, Object> attributes) {
        return ((FileTime) Objects.requireNonNull(attributes.get("lastModifiedTime"), "a time")).toInstant();
    }

    static long device(Path path) throws IOException {
        return key(unix(path)).device();
    }

    /// Whether the name can be written down and read again: not if it is no UTF-8, or too long to be opened.
    private boolean nameable(Path file) {
        var text = file.toString();
        boolean same = text.indexOf('\uFFFD') < 0 && Path.of(text).equals(file);
        if (!same) {
            troubles.warn(
                    "NAME_NOT_UTF8",
                    "a name in %s is no UTF-8, and no program could be told of it: %s"
                            .formatted(file.getParent(), text),
                    "rename it: convmv -r -f latin1 -t utf8 FOLDER shows how");
        }
        return same && text.length() <= MOST_BYTES_OF_A_PATH;
    }

    private void unreadable(Path path, Exception e) {
        troubles.warn(
                "NOT_LISTED",
                "%s cannot be read: %s".formatted(path, reason(e)),
                "check its permissions, and its drive: usenet storage health");
    }

    static String reason(Throwable e) {
        return e instanceof FileSystemException failed && failed.getReason() != null
                ? failed.getReason()
                : e.getClass().getSimpleName();
    }
}
