package media.usenet.storage;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Who made a disk and which one it is, as its driver learnt when it appeared.
///
/// @param serial the drive's own; that of its USB enclosure where the enclosure keeps it to itself
/// @param wwn as `/dev/disk/by-id` writes it: `0x5000c500a1b2c3d4`, `eui.0025385b01234567`
record DiskIdentity(
        String transport,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String wwn) {

    private static final int PAGE_HEADER_BYTES = 4;

    /// @param disk its folder, with no link in the path
    static DiskIdentity of(Path disk) {
        var transport = Transport.of(disk);
        if (transport.speaksScsi()) {
            return scsi(disk, transport);
        }
        return switch (transport) {
            case NVME -> nvme(disk);
            case MMC -> known(transport, null, text(disk, "device/name"), text(disk, "device/serial"), null);
            case VIRTIO -> known(transport, null, null, text(disk, "serial"), null);
            default -> known(transport, null, null, null, null);
        };
    }

    private static DiskIdentity nvme(Path disk) {
        var id = text(disk, "wwid");
        var wwn = id != null && (id.startsWith("eui.") || id.startsWith("uuid.")) ? id : null;
        return known(Transport.NVME, null, text(disk, "device/model"), text(disk, "device/serial"), wwn);
    }

    /// ATA disks answer SCSI's questions through a translation that cuts the model to 16 characters; the whole of it
    /// stands in page 0x83.
    private static DiskIdentity scsi(Path disk, Transport transport) {
        var page = DeviceIdentification.parse(Attributes.bytes(disk.resolve("device/vpd_pg83")));
        var usb = transport == Transport.USB ? usbDevice(disk) : null;
        var wwid = text(disk, "device/wwid");
        var wwn = wwid != null && wwid.startsWith("naa.") ? "0x" + wwid.substring("naa.".length()) : page.wwn();
        var serial = first(first(page.ataSerial(), pageSerial(disk)), text(usb, "serial"));
        if (page.ataModel() != null) {
            return known(transport, null, page.ataModel(), serial, wwn);
        }
        var vendor = first(text(disk, "device/vendor"), text(usb, "manufacturer"));
        var model = first(text(disk, "device/model"), text(usb, "product"));
        return known(transport, "ATA".equals(vendor) ? null : vendor, model, serial, wwn);
    }

    private static @Nullable String pageSerial(Path disk) {
        var page = Attributes.bytes(disk.resolve("device/vpd_pg80"));
        return page == null || page.length <= PAGE_HEADER_BYTES
                ? null
                : Attributes.plain(new String(
                        Arrays.copyOfRange(page, PAGE_HEADER_BYTES, page.length), StandardCharsets.ISO_8859_1));
    }

    /// The nearest of the devices above: interfaces and hubs, too, lie on the way, but only devices have this file.
    private static @Nullable Path usbDevice(Path disk) {
        var folder = disk.getParent();
        while (folder != null && Attributes.text(folder.resolve("idVendor")) == null) {
            folder = folder.getParent();
        }
        return folder;
    }

    /// A serial of nothing but zeros is that of every drive whose maker left it out.
    private static DiskIdentity known(
            Transport transport,
            @Nullable String vendor,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String wwn) {
        boolean none = serial != null && serial.matches("(0x)?0+");
        return new DiskIdentity(transport.toString(), vendor, model, none ? null : serial, wwn);
    }

    private static @Nullable String text(@Nullable Path folder, String name) {
        return folder == null ? null : Attributes.text(folder.resolve(name));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null ? other : one;
    }
}
