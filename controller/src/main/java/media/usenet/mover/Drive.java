package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrorText;
import media.usenet.linux.HeldFolder;

/// A slot's drive while files of it are moved. Its root is held open, so that a drive that vanishes cannot lead a
/// path to the guard or to the root disk; what fails because it vanished is told from what fails otherwise.
public final class Drive implements AutoCloseable {

    private static final Set<Errno> GONE = EnumSet.of(
            Errno.EIO, Errno.EROFS, Errno.ENODEV, Errno.ENXIO, Errno.ESTALE, Errno.ENOTCONN, Errno.ENOMEDIUM);

    private final String name;
    private final SlotSource slots;
    private final Path path;
    private final FileSystemLimits limits;
    private final HeldFolder root;
    private final long device;

    private Drive(Slot slot, SlotSource slots, HeldFolder root) throws IOException {
        this.name = slot.name();
        this.slots = slots;
        this.path = slot.path();
        this.limits = new FileSystemLimits(slot.fileSystem());
        this.root = root;
        this.device = root.device();
    }

    /// @throws DriveGone also where it is the guard that is found there
    public static Drive open(String name, SlotSource slots) throws IOException {
        var slot =
                slots.find(name).filter(Slot::online).orElseThrow(() -> new DriveGone(name, "its drive is not there"));
        var root = HeldFolder.open(slot.path());
        try {
            var drive = new Drive(slot, slots, root);
            if (drive.isGuard()) {
                throw new DriveGone(name, "its drive is not mounted");
            }
            return drive;
        } catch (IOException e) {
            root.close();
            throw e;
        }
    }

    private boolean isGuard() throws IOException {
        var parent = path.resolve("..");
        return device == device(parent) && Files.getFileStore(parent).isReadOnly();
    }

    public String name() {
        return name;
    }

    FileSystemLimits limits() {
        return limits;
    }

    public interface Work<T> {
        T on(HeldFolder root) throws IOException;
    }

    public interface Task {
        void on(HeldFolder root) throws IOException;
    }

    /// @throws DriveGone where the drive is why it failed
    public <T> T get(Work<T> work) throws IOException {
        try {
            return work.on(root);
        } catch (DriveGone e) {
            throw e;
        } catch (IOException e) {
            throw GONE.contains(ErrorText.errno(e)) || !isThere() ? new DriveGone(name, text(e)) : e;
        }
    }

    public void run(Task task) throws IOException {
        get(held -> {
            task.on(held);
            return name;
        });
    }

    /// Asked between any two steps: a drive that was unmounted works on for whoever holds it, and must be let go.
    public void requireThere() throws DriveGone {
        if (!isThere()) {
            throw new DriveGone(name, "it is not mounted any more");
        }
    }

    private boolean isThere() {
        try {
            return slots.find(name).filter(Slot::online).isPresent() && device(path) == device;
        } catch (IOException _) {
            return false;
        }
    }

    private static long device(Path file) throws IOException {
        return (long) Files.getAttribute(file, "unix:dev");
    }

    private static String text(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    @Override
    public void close() throws IOException {
        root.close();
    }
}
