package media.usenet.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a disk is attached, told by the buses on the way to it below `/sys/devices`.
enum Transport {
    NVME("/nvme[^/]*n\\d+$"),
    // Before USB: a reader may sit on an adapter, and a bridge speaks SCSI or ATA behind it.
    MMC("/mmc_host/"),
    USB("/usb\\d+/"),
    SATA("/(ata\\d+)/"),
    ATA("/(?!)"),
    SAS("/end_device-"),
    ISCSI("/session\\d+/"),
    FC("/rport-"),
    SCSI("/host\\d+/"),
    VIRTIO("/virtio\\d+/"),
    FLOPPY("/floppy\\.\\d+/"),
    LOOP("/virtual/block/loop\\d+$"),
    ZRAM("/virtual/block/zram\\d+$"),
    DM("/virtual/block/dm-\\d+$"),
    MD("/virtual/block/md[^/]*$"),
    UNKNOWN("");

    private static final Path DEVICES = Path.of("devices");

    private final Pattern way;

    Transport(String way) {
        this.way = Pattern.compile(way);
    }

    /// @param disk its folder, with no link in the path
    static Transport of(Path disk) {
        var way = way(disk);
        for (var transport : values()) {
            var found = transport.way.matcher(way);
            if (found.find()) {
                return transport == SATA ? ata(disk, found.group(1)) : transport;
            }
        }
        return UNKNOWN;
    }

    boolean speaksScsi() {
        return List.of(USB, SATA, ATA, SAS, ISCSI, FC, SCSI).contains(this);
    }

    /// As the facts name it.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Only serial links have a speed; libata's transport class, Documentation/ABI/testing/sysfs-ata.
    private static Transport ata(Path disk, String port) {
        var link = "link" + port.substring("ata".length());
        for (var bus = disk; bus != null; bus = bus.getParent()) {
            if (bus.endsWith(port)) {
                return "<unknown>".equals(Attributes.text(bus.resolve(link, "ata_link", link, "sata_spd")))
                        ? ATA
                        : SATA;
            }
        }
        return SATA;
    }

    private static String way(Path disk) {
        var names = new StringBuilder();
        boolean below = false;
        for (var name : disk) {
            below |= name.equals(DEVICES);
            if (below) {
                names.append('/').append(name);
            }
        }
        return names.toString();
    }
}
