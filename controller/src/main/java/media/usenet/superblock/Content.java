package media.usenet.superblock;

/// What a device holds.
public sealed interface Content {

    /// A file system that stands by itself.
    ///
    /// @param type as mount(8) names it: `ext4`, `xfs`, `btrfs`, `exfat`, `ntfs`, `vfat`, `hfsplus`, `apfs`;
    /// what is known by its name alone, such as `f2fs` and `iso9660`, comes without UUID and label
    /// @param uuid as `blkid` prints it, which is how udev, fstab and people name it; empty where it has none
    /// @param label empty for none; control characters are replaced
    /// @param dirty it was not unmounted cleanly: a journal to replay, or a flag that says so; never for
    /// `xfs` and `apfs`, whose superblocks do not tell
    /// @param errors its driver noted damage in it
    /// @param devices over how many devices it lies; more than one only for btrfs
    record FileSystem(String type, String uuid, String label, boolean dirty, boolean errors, int devices)
            implements Content {}

    /// A part of something that other software puts together or opens.
    ///
    /// @param type `crypto_LUKS`, `LVM2_member`, `linux_raid_member`, `zfs_member`, `swap` and rarer ones:
    /// the names that `blkid` gives
    /// @param uuid empty where it has none; a number for `zfs_member`
    record Member(String type, String uuid, String label) implements Content {}

    /// A partition table: what lies on the device lies in its partitions.
    ///
    /// @param type `gpt` or `dos`
    record PartitionTable(String type) implements Content {}

    /// Nothing but zeros where anything known would stand.
    record Blank() implements Content {}

    /// Bytes that mean nothing to us, or a known structure that contradicts itself.
    ///
    /// @param because what was seen
    record Unknown(String because) implements Content {}

    /// The device did not let itself be read.
    record Unreadable(String because) implements Content {}
}
