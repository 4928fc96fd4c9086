package media.usenet.drives;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.storage.BlockDevice;
import media.usenet.storage.Mount;
import media.usenet.superblock.Content;
import org.jspecify.annotations.Nullable;

/// What tests let the rules see: drives, mounts and slots, in a few words each.
final class Seen {

    static final Path POOL = Path.of("/srv/pool/root");
    private static final long SIZE = 4_000_000_000_000L;

    private final List<Present> present = new ArrayList<>();
    private final List<Mount> mounts = new ArrayList<>();
    private Map<String, String> untouchable = Map.of();

    static Present ext4(String name, String number, long sequence, String uuid) {
        return drive(
                name, number, sequence, "SER-" + name, new Content.FileSystem("ext4", uuid, "films", false, false, 1));
    }

    static Present drive(String name, String number, long sequence, @Nullable String serial, Content content) {
        var device = new BlockDevice(
                name, number, name, null, sequence, SIZE, false, true, "usb", "WDC", "WD40", serial, null, null,
                List.of(), null);
        return new Present(device, content);
    }

    static KnownSlot slot(String name, String uuid) {
        var fingerprint = new Fingerprint(new DriveId("ext4", uuid), null, SIZE, "SER-sdb", "WD40", "films", 3);
        return KnownSlot.of(name, EnumSet.allOf(Role.class), false, fingerprint);
    }

    static Path place(String slot) {
        return POOL.resolve(slot);
    }

    Seen here(Present... drives) {
        present.addAll(List.of(drives));
        return this;
    }

    Seen mounted(String slot, String number, String... superOptions) {
        mounts.add(new Mount(
                7, number, Path.of("/"), place(slot), "ext4", "/dev/x", true, false, false, Set.of(superOptions)));
        return this;
    }

    Seen untouchable(String name, String because) {
        untouchable = Map.of(name, because);
        return this;
    }

    Sight sight() {
        return new Sight(present, mounts, untouchable);
    }
}
