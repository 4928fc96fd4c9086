package media.usenet.smart;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A whole drive that smartctl can be asked about.
///
/// @param slot where it stands in the pool
/// @param device the kernel's name for the whole disk, good for this moment alone: `sdb`, `nvme0n1`
/// @param transport as `storage.BlockDevice` names it: `usb`, `sata`, `nvme`, ...
public record SmartTarget(
        @Nullable String slot,
        String device,
        @Nullable String serial,
        @Nullable String model,
        String transport) {

    public SmartTarget {
        if (device.isBlank() || device.contains("/")) {
            throw new IllegalArgumentException("not a kernel's name of a disk: '%s'".formatted(device));
        }
    }

    Path path() {
        return Path.of("/dev", device);
    }

    boolean behindUsb() {
        return transport.equals("usb");
    }

    /// What stays the same when the drive is plugged in elsewhere; empty where it tells no serial.
    Optional<String> identity() {
        return Optional.ofNullable(serial).map(known -> "%s %s".formatted(model, known));
    }

    /// The drive as people know it: `films (WDC WD120EDAZ 5PGR4K2B)`.
    String name() {
        var label = Stream.of(Optional.ofNullable(model), Optional.ofNullable(serial))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        if (slot == null) {
            return label.isEmpty() ? device : label;
        }
        return label.isEmpty() ? slot : "%s (%s)".formatted(slot, label);
    }
}
