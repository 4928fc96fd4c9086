package media.usenet.drives;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.linux.LoopDrive;

/// A folder on a FUSE file system that passes everything through: drives whose images lie in it break or hang as those
/// of a real bus do, in the block layer of the kernel.
final class FragileFolder {

    private static final long SIZE = 64L << 20;

    private final Rig rig;
    private final Path below;
    private final Path point;
    private final Path connections;

    FragileFolder(Rig rig) {
        Rig.need("mergerfs");
        this.rig = rig;
        below = folder("below");
        point = folder("fragile");
        connections = folder("connections");
        LoopDrive.run("mount", "-t", "fusectl", "none", connections.toString());
        rig.undo.later(() -> LoopDrive.run("umount", "-l", connections.toString()));
        // What the kernel cached would still be read when nothing answers any more.
        LoopDrive.run("mergerfs", "-o", "cache.files=off", below.toString(), point.toString());
        rig.undo.later(() -> LoopDrive.run("umount", "-l", point.toString()));
    }

    /// A drive with an ext4 in that folder, in a slot.
    LoopDrive added(String slot) {
        var image = below.resolve(slot + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LoopDrive.run("mkfs.ext4", "-q", image.toString());
        var drive = LoopDrive.attached(point.resolve(image.getFileName()), rig.undo);
        rig.add(drive, slot);
        return drive;
    }

    /// From now on, every request fails with an input/output error.
    void breaks() {
        write(connections.resolve(connection()).resolve("abort"), "1");
    }

    /// From now on, no request is answered.
    void hangs() {
        var pid = pid();
        rig.undo.later(() -> LoopDrive.run("kill", "-CONT", pid));
        LoopDrive.run("kill", "-STOP", pid);
    }

    void goesOn() {
        LoopDrive.run("kill", "-CONT", pid());
    }

    /// The minor number of its device; Documentation/filesystems/fuse.rst.
    private String connection() {
        try {
            long device = (long) Files.getAttribute(below.resolveSibling("fragile"), "unix:dev");
            return String.valueOf((device & 0xff) | ((device >> 12) & ~0xffL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pid() {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                if (commandLine(process).startsWith("mergerfs\0")
                        && commandLine(process).contains(point.toString())) {
                    return process.getFileName().toString();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no mergerfs at " + point);
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"));
        } catch (IOException _) {
            return "";
        }
    }

    private Path folder(String name) {
        try {
            return Files.createDirectory(rig.folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
