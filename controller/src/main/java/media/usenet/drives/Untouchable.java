package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.storage.BlockDevices;
import media.usenet.storage.DeviceLinks;
import media.usenet.storage.Mounts;
import media.usenet.storage.ProtectedDevices;
import media.usenet.storage.ProtectedDevices.Place;

/// The devices that this machine and this program live on, read anew each time.
final class Untouchable {

    private final BlockDevices devices;
    private final Mounts mounts;
    private final Path proc;
    private final DeviceLinks links;
    private final List<Place> places;

    /// @param state where this program keeps what it knows
    Untouchable(BlockDevices devices, Mounts mounts, Path proc, DeviceLinks links, Path state) {
        this.devices = devices;
        this.mounts = mounts;
        this.proc = proc;
        this.links = links;
        this.places = List.of(
                new Place(real(Path.of("/var/lib/docker")), "Docker's data"),
                new Place(real(state), "this program's own files"));
    }

    /// By the kernel's names, with the reason.
    Map<String, String> names() {
        var all = devices.all();
        var found = ProtectedDevices.of(all, mounts.all(), swaps(), places, links::name);
        var names = new LinkedHashMap<String, String>();
        for (var device : all) {
            found.because(device).ifPresent(why -> names.put(device.name(), why));
        }
        return names;
    }

    /// A kernel without swap has no such file.
    private String swaps() {
        try {
            return Files.readString(proc.resolve("swaps"));
        } catch (IOException _) {
            return "";
        }
    }

    /// A link would hide on which disk it lies.
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path;
        }
    }
}
