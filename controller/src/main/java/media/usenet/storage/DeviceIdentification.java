package media.usenet.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Page 0x83 of a SCSI disk's vital product data: a list of names for one thing (SPC-4, 7.8.6; for ATA disks SAT-3,
/// 10.3.4).
record DeviceIdentification(
        @Nullable String wwn,
        @Nullable String ataModel,
        @Nullable String ataSerial) {

    private static final int HEADER_BYTES = 4;
    private static final int T10_VENDOR = 1;
    private static final int NAA = 3;
    private static final int VENDOR_CHARACTERS = 8;
    private static final int MODEL_CHARACTERS = 40;
    private static final int ATA_NAME_CHARACTERS = 68;

    /// @param page as sysfs shows it; null where the disk has none
    static DeviceIdentification parse(byte @Nullable [] page) {
        var found = new DeviceIdentification(null, null, null);
        int at = HEADER_BYTES;
        while (page != null && at + HEADER_BYTES <= page.length) {
            int end = at + HEADER_BYTES + (page[at + 3] & 0xff);
            boolean ofTheDisk = (page[at + 1] & 0x30) == 0;
            if (ofTheDisk && end <= page.length) {
                found = found.with(page[at + 1] & 0x0f, Arrays.copyOfRange(page, at + HEADER_BYTES, end));
            }
            at = end;
        }
        return found;
    }

    private DeviceIdentification with(int type, byte[] name) {
        if (type == NAA && wwn == null) {
            return new DeviceIdentification("0x" + HexFormat.of().formatHex(name), ataModel, ataSerial);
        }
        var text = new String(name, StandardCharsets.ISO_8859_1);
        if (type == T10_VENDOR && text.startsWith("ATA     ") && text.length() >= ATA_NAME_CHARACTERS) {
            int serial = VENDOR_CHARACTERS + MODEL_CHARACTERS;
            return new DeviceIdentification(
                    wwn,
                    Attributes.plain(text.substring(VENDOR_CHARACTERS, serial)),
                    Attributes.plain(text.substring(serial)));
        }
        return this;
    }
}
