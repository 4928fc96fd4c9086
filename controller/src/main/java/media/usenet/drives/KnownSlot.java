package media.usenet.drives;

import java.nio.file.Path;
import java.util.Set;
import media.usenet.pool.SlotName;
import org.jspecify.annotations.Nullable;

/// A place in the pool, and what belongs there: a drive, or a folder of this machine. Its name is chosen once and kept.
///
/// @param ejected sequence number of the drive's appearance that was ejected; the next appearance is mounted again
/// @param drive null for a folder
/// @param folder null for a drive
record KnownSlot(
        String slot,
        Set<Role> roles,
        boolean readOnly,
        Wanted wanted,
        long ejected,
        @Nullable Fingerprint drive,
        @Nullable Path folder) {

    KnownSlot {
        roles = Set.copyOf(roles);
        if ((drive == null) == (folder == null)) {
            throw new IllegalArgumentException("slot " + slot + " must hold a drive or a folder");
        }
    }

    static KnownSlot of(String slot, Set<Role> roles, boolean readOnly, Fingerprint drive) {
        return new KnownSlot(slot, roles, readOnly, Wanted.MOUNTED, 0, drive, null);
    }

    static KnownSlot of(String slot, Set<Role> roles, boolean readOnly, Path folder) {
        return new KnownSlot(slot, roles, readOnly, Wanted.MOUNTED, 0, null, folder);
    }

    SlotName name() {
        return new SlotName(slot);
    }

    KnownSlot wanting(Wanted other) {
        return new KnownSlot(slot, roles, readOnly, other, ejected, drive, folder);
    }

    KnownSlot ejected(long sequence) {
        return new KnownSlot(slot, roles, readOnly, Wanted.EJECTED, sequence, drive, folder);
    }

    KnownSlot with(Fingerprint other) {
        return new KnownSlot(slot, roles, readOnly, wanted, ejected, other, folder);
    }

    /// As a person knows what belongs there.
    String title() {
        if (drive == null) {
            return "folder " + folder;
        }
        if (drive.serial() != null) {
            return drive.model() == null ? drive.serial() : drive.model() + " " + drive.serial();
        }
        return drive.label().isEmpty() ? drive.id().toString() : drive.label();
    }
}
