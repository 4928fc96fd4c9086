package media.usenet.drives;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.superblock.Content;
import org.jspecify.annotations.Nullable;

/// Whether a device may get a slot, and why not. Touches nothing.
///
/// @param because in half a sentence
/// @param next what could be done with it
record Eligibility(
        boolean eligible, String because, @Nullable String next) {

    private static final Set<String> MOUNTABLE =
            Set.of("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "exfat", "ntfs", "vfat", "hfsplus");

    static Eligibility of(Present drive, Sight sight, Collection<KnownSlot> slots) {
        var untouchable = sight.untouchable().get(drive.device().name());
        if (untouchable != null) {
            return no(untouchable, null);
        }
        var name = shortName(drive);
        return switch (drive.content()) {
            case Content.Blank _ -> no("nothing is on it", "usenet storage format " + name);
            case Content.PartitionTable _ -> no("its partitions stand by themselves in this list", null);
            case Content.Member member ->
                no(
                        "it is part of something (%s) that other software manages".formatted(member.type()),
                        "open or assemble it yourself, then: usenet storage add --path FOLDER --slot NAME");
            // Perhaps a file system that only lost its first block: nothing that is typed without thought must end it.
            case Content.Unknown unknown -> no(unknown.because(), null);
            case Content.Unreadable unreadable -> no("it cannot be read: " + unreadable.because(), null);
            case Content.FileSystem found -> ofFileSystem(drive, found, sight, slots);
        };
    }

    private static Eligibility ofFileSystem(
            Present drive, Content.FileSystem found, Sight sight, Collection<KnownSlot> slots) {
        if (found.uuid().isEmpty()) {
            return no(
                    "its %s has no UUID that it could be known by".formatted(found.type()),
                    "give it one, or mount it yourself, then: usenet storage add --path FOLDER --slot NAME");
        }
        var id = DriveId.of(found);
        var slot = slots.stream()
                .filter(known -> known.drive() != null && known.drive().id().equals(id))
                .findFirst();
        var twins = sight.with(id);
        if (slot.isPresent() && twins.size() == 1) {
            return no("it is the drive of slot " + slot.get().slot(), null);
        }
        if (twins.size() > 1) {
            return no(
                    "%d drives have its UUID: one is a copy".formatted(twins.size()),
                    "pull the copy, or give it a UUID of its own");
        }
        if (!MOUNTABLE.contains(found.type())) {
            return no("there is no driver for " + found.type(), "copy its files elsewhere, then format it");
        }
        if (found.devices() > 1) {
            return no(
                    "it is one of %d devices of a %s".formatted(found.devices(), found.type()),
                    "mount the whole yourself, then: usenet storage add --path FOLDER --slot NAME");
        }
        return mounted(drive, sight)
                .map(point -> no(
                        "it is mounted at %s already".formatted(point),
                        "unmount it there, or: usenet storage add --path %s --slot NAME".formatted(point)))
                .orElseGet(() -> new Eligibility(
                        true,
                        "a %s%s that no slot has"
                                .formatted(found.dirty() ? "not cleanly unmounted " : "clean ", found.type()),
                        "usenet storage add " + shortName(drive)));
    }

    private static Optional<String> mounted(Present drive, Sight sight) {
        return sight.mounts().stream()
                .filter(mount -> sight.beneath(mount).filter(drive::equals).isPresent())
                .map(mount -> mount.point().toString())
                .findFirst();
    }

    /// What a person can type for it.
    private static String shortName(Present drive) {
        if (drive.device().serial() != null && !drive.device().isPartition()) {
            return drive.device().serial();
        }
        return drive.id()
                .map(id -> id.uuid().substring(0, Math.min(8, id.uuid().length())))
                .orElseGet(() -> List.of(drive.title().split(" ", -1)).getLast());
    }

    private static Eligibility no(String because, @Nullable String next) {
        return new Eligibility(false, because, next);
    }
}
