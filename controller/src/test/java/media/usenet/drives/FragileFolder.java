package media.usenet.drives;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import media.usenet.linux.LoopDrive;

/// A folder on a FUSE file system that passes everything through: drives whose images lie in it break or hang as those
/// of a real bus do, in the block layer of the kernel.
final class FragileFolder {

    private static final long SIZE = 64L << 20;

    private final Rig rig;
    private final Path below;
    private final Path point;
    private final Path connections;
    private final String connection;

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
        connection = connection();
    }

    /// A drive with an ext4 in that folder, in a slot.
    LoopDrive added(String slot) {
        var drive = drive(slot, "mkfs.ext4", "-q");
        rig.add(drive, slot);
        return drive;
    }

    /// A drive in that folder.
    ///
    /// @param make the program that makes its file system, and its options; none for an empty one
    LoopDrive drive(String name, String... make) {
        var image = below.resolve(name + ".img");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (make.length > 0) {
            LoopDrive.run(
                    Stream.concat(Stream.of(make), Stream.of(image.toString())).toArray(String[]::new));
        }
        return attached(name);
    }

    /// A drive of this folder, plugged in.
    LoopDrive attached(String name) {
        return LoopDrive.attached(point.resolve(name + ".img"), rig.undo);
    }

    /// The same drive, plugged in where nothing breaks.
    LoopDrive elsewhere(String name) {
        return LoopDrive.attached(below.resolve(name + ".img"), rig.undo);
    }

    /// From now on, every request fails with an input/output error.
    void breaks() {
        write(connections.resolve(connection).resolve("abort"), "1");
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
            long device = (long) Files.getAttribute(point, "unix:dev");
            return String.valueOf((device & 0xff) | ((device >> 12) & ~0xffL));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String pid() {
        return Processes.find("mergerfs", point.toString()).orElseThrow();
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
