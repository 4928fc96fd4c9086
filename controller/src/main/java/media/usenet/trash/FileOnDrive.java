package media.usenet.trash;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.linux.HeldFolder;
import media.usenet.mover.Drive;

/// A name in a folder of a drive that is held open: nothing that is mounted, unmounted or linked meanwhile can
/// lead it to another file system.
final class FileOnDrive implements AutoCloseable {

    private final Drive drive;
    private final HeldFolder folder;
    private final String name;

    private FileOnDrive(Drive drive, HeldFolder folder, String name) {
        this.drive = drive;
        this.folder = folder;
        this.name = name;
    }

    /// @throws IOException also where its folder is not there, or is reached over a link
    static FileOnDrive open(Drive drive, Path folder, String name) throws IOException {
        return new FileOnDrive(drive, drive.get(root -> root.beneath(folder)), name);
    }

    static FileOnDrive open(Drive drive, Seen file) throws IOException {
        return open(drive, file.folder(), file.last());
    }

    Drive drive() {
        return drive;
    }

    String name() {
        return name;
    }

    HeldFolder folder() {
        return folder;
    }

    /// Good while this is open.
    Path path() {
        return folder.path().resolve(name);
    }

    /// Empty when the name is free.
    Optional<Stat> stat() throws IOException {
        return drive.get(_ -> {
            try {
                return Optional.of(Stat.of(path()));
            } catch (NoSuchFileException _) {
                return Optional.empty();
            }
        });
    }

    boolean has(Seen file) throws IOException {
        return stat().filter(now -> now.inode() == file.inode()).isPresent();
    }

    /// Never replaces anything.
    void rename(FileOnDrive to) throws IOException {
        drive.run(_ -> folder.rename(name, to.folder, to.name));
    }

    void sync() throws IOException {
        drive.run(_ -> folder.sync());
    }

    @Override
    public void close() throws IOException {
        folder.close();
    }
}
