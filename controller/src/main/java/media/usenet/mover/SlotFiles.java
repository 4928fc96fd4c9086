package media.usenet.mover;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Reads which files a slot has.
final class SlotFiles extends SimpleFileVisitor<Path> {

    private final Slot slot;
    private final long device;
    private final Map<Object, List<Path>> links = new LinkedHashMap<>();
    private final List<LibraryFile> files = new ArrayList<>();
    private final List<LeftBehind> left = new ArrayList<>();

    private SlotFiles(Slot slot) throws IOException {
        this.slot = slot;
        this.device = device(slot.path());
    }

    static Inventory read(Slot slot) {
        try {
            var reader = new SlotFiles(slot);
            Files.walkFileTree(slot.path(), reader);
            reader.groupLinks();
            return new Inventory(slot, reader.files, reader.left);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_ONLINE,
                    "cannot read what is on %s: %s".formatted(slot.name(), e.getMessage()),
                    "check the drive: usenet storage health " + slot.name(),
                    e);
        }
    }

    /// What this program or the file system itself keeps at the root of a drive.
    static boolean isOurs(Path relative) {
        var first = relative.getName(0).toString();
        return first.startsWith(".usenet-") || first.equals("lost+found");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        if (folder.equals(slot.path())) {
            return FileVisitResult.CONTINUE;
        }
        if (device(folder) != device) {
            leave(folder, "something else is mounted there");
            return FileVisitResult.SKIP_SUBTREE;
        }
        return isOurs(relative(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (isOurs(relative(file))) {
            return FileVisitResult.CONTINUE;
        }
        if (attributes.isOther()) {
            leave(file, "it is neither a file nor a folder, but a device, pipe or socket");
        } else if ((int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
            links.computeIfAbsent(
                            Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS), _ -> new ArrayList<>())
                    .add(file);
        } else {
            add(List.of(file), attributes);
        }
        return FileVisitResult.CONTINUE;
    }

    private void groupLinks() throws IOException {
        for (var group : links.values()) {
            var nlink = (int) Files.getAttribute(group.getFirst(), "unix:nlink", LinkOption.NOFOLLOW_LINKS);
            if (nlink == group.size()) {
                add(
                        group,
                        Files.readAttributes(group.getFirst(), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } else {
                group.forEach(file -> leave(file, "it has a hard link outside of what is moved"));
            }
        }
    }

    private void add(List<Path> names, BasicFileAttributes attributes) {
        files.add(new LibraryFile(
                names.stream().map(name -> relative(name).toString()).toList(),
                attributes.isSymbolicLink() ? 0 : attributes.size(),
                attributes.lastModifiedTime().toInstant(),
                attributes.isSymbolicLink()));
    }

    private void leave(Path file, String because) {
        left.add(new LeftBehind(slot.name(), relative(file).toString(), because));
    }

    private Path relative(Path file) {
        return slot.path().relativize(file);
    }

    private static long device(Path file) throws IOException {
        return (long) Files.getAttribute(file, "unix:dev", LinkOption.NOFOLLOW_LINKS);
    }
}
