package media.usenet.pool;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mounts;

/// The places in a pool where drives are mounted.
public final class Slots {

    private final PoolLayout layout;
    private final Path writable;
    private final Mounts mounts;

    /// @param writable the folder to make slots in
    Slots(PoolLayout layout, Path writable, Mounts mounts) {
        this.layout = layout;
        this.writable = writable;
        this.mounts = mounts;
    }

    /// Where the slot is in the pool, whether it is there or not.
    public Path of(SlotName slot) {
        return layout.tree().resolve(slot.text());
    }

    /// Makes the slot, if it is not there: an empty folder, which running containers see at once.
    ///
    /// @throws ProblemException `POOL_NOT_READY`
    public Path make(SlotName slot) {
        makeFolder(writable.resolve(slot.text()));
        return of(slot);
    }

    /// Makes the private place where a drive is mounted and checked before it is moved into the slot.
    ///
    /// @throws ProblemException `POOL_NOT_READY`
    public Path staging(SlotName slot) {
        return makeFolder(layout.staging().resolve(slot.text()));
    }

    public boolean isMounted(SlotName slot) {
        var point = of(slot);
        return mounts.all().stream().anyMatch(mount -> mount.point().equals(point));
    }

    /// Takes the empty slot away, if it is there.
    ///
    /// @throws ProblemException `SLOT_IN_USE` while a drive is mounted on it
    public void remove(SlotName slot) {
        if (isMounted(slot)) {
            throw inUse(slot, "something is mounted on it", "eject it first: usenet storage eject " + slot);
        }
        try {
            Files.deleteIfExists(layout.staging().resolve(slot.text()));
            Files.deleteIfExists(writable.resolve(slot.text()));
        } catch (DirectoryNotEmptyException _) {
            throw inUse(slot, "there are files in it", "move them away from " + of(slot));
        } catch (IOException e) {
            throw notReady(slot.text(), e);
        }
    }

    private Path makeFolder(Path folder) {
        try {
            return Files.createDirectory(folder);
        } catch (FileAlreadyExistsException _) {
            return folder;
        } catch (IOException e) {
            throw notReady(folder.toString(), e);
        }
    }

    private static ProblemException inUse(SlotName slot, String why, String remedy) {
        return new ProblemException(
                Problem.SLOT_IN_USE, "the slot %s cannot be removed: %s".formatted(slot, why), remedy);
    }

    private ProblemException notReady(String what, IOException e) {
        return new ProblemException(
                Problem.POOL_NOT_READY,
                "the pool %s cannot be changed at %s: %s".formatted(layout.root(), what, e),
                "let it be made anew: usenet services up",
                e);
    }
}
