package media.usenet.drives;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.linux.MountFlag;
import media.usenet.settings.StackSettings.Owner;

/// How a file system is mounted: by the kernel's driver, or, where the kernel has none, by a FUSE program.
///
/// @param type for mount(2)
/// @param options of the kernel's driver
/// @param program FUSE driver to fall back on, and the options it takes
/// @param repair what sets right a volume that is marked as not clean; the device's path is added
record MountRule(
        String type, Set<MountFlag> flags, String options, Optional<Fuse> program, Optional<List<String>> repair) {

    record Fuse(String name, String options) {}

    private static final Set<MountFlag> ALWAYS = Set.of(MountFlag.NO_SUID, MountFlag.NO_DEV, MountFlag.NO_ATIME);
    private static final String FUSE_ALWAYS = "nosuid,nodev,noatime,allow_other,";

    /// @param owner whose all files are on file systems that know no owners
    /// @return none for what cannot be mounted here
    static Optional<MountRule> of(String type, Owner owner, boolean readOnly) {
        var owned = "uid=%d,gid=%d,umask=%s".formatted(owner.uid(), owner.gid(), owner.umask());
        return Optional.ofNullable(
                switch (type) {
                    case "ext2", "ext3", "ext4" ->
                        kernel(type, "errors=remount-ro", readOnly).repairedBy("e2fsck", "-p");
                    case "xfs", "btrfs", "f2fs" -> kernel(type, "", readOnly);
                    case "exfat" ->
                        kernel(type, owned + ",iocharset=utf8,errors=remount-ro", readOnly)
                                .orElse("mount.exfat-fuse", owned)
                                .repairedBy("fsck.exfat", "-p");
                    case "ntfs" ->
                        kernel("ntfs3", owned + ",windows_names", readOnly).orElse("ntfs-3g", owned + ",windows_names");
                    case "vfat" -> kernel(type, owned + ",utf8,flush", readOnly).repairedBy("fsck.fat", "-a");
                    case "hfsplus" -> kernel(type, "", true);
                    default -> null;
                });
    }

    /// What is lost on a file system without owners and links, in one sentence for the user; empty for the others.
    static Optional<String> limits(String type) {
        return switch (type) {
            case "exfat" ->
                Optional.of("exFAT knows no hard links and no permissions: imports are copies, which take their space"
                        + " twice until the download is deleted, and every file belongs to the stack's user");
            case "vfat" ->
                Optional.of("FAT32 knows no hard links and no permissions, and no file above 4 GiB: imports are"
                        + " copies, and large films do not fit at all");
            case "ntfs" ->
                Optional.of("NTFS keeps no permissions of ours here: every file belongs to the stack's user");
            case "hfsplus" -> Optional.of("HFS+ is mounted read-only");
            default -> Optional.empty();
        };
    }

    private static MountRule kernel(String type, String options, boolean readOnly) {
        var flags = EnumSet.copyOf(ALWAYS);
        if (readOnly) {
            flags.add(MountFlag.READ_ONLY);
        }
        return new MountRule(type, flags, options, Optional.empty(), Optional.empty());
    }

    private MountRule orElse(String program, String owned) {
        var mode = flags.contains(MountFlag.READ_ONLY) ? "ro," : "";
        return new MountRule(type, flags, options, Optional.of(new Fuse(program, mode + FUSE_ALWAYS + owned)), repair);
    }

    private MountRule repairedBy(String... argv) {
        return new MountRule(type, flags, options, program, Optional.of(List.of(argv)));
    }

    /// As an argument list, for the device.
    Optional<List<String>> repair(String device) {
        return repair.map(argv -> {
            var all = new ArrayList<>(argv);
            all.add(device);
            return all;
        });
    }

    MountRule withOption(String option) {
        return new MountRule(type, flags, options.isEmpty() ? option : options + "," + option, program, repair);
    }
}
