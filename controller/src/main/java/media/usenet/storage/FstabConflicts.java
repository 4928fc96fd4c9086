package media.usenet.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Drives of slots that `/etc/fstab` mounts, too: whoever comes first wins, and systemd unmounts what it did not mount
/// itself.
public final class FstabConflicts {

    private static final Pattern HEXADECIMAL = Pattern.compile("\\\\x([0-9a-fA-F]{2})");
    private static final int FEWEST_FIELDS = 2;

    /// What is known of the drive of a slot.
    ///
    /// @param label empty for none
    /// @param device the kernel's name, while the drive is there
    public record SlotDrive(
            String slot,
            String uuid,
            String label,
            @Nullable String partUuid,
            @Nullable String device) {}

    /// A line of `/etc/fstab` that means the drive of a slot.
    ///
    /// @param line counted from 1
    /// @param spec as it stands there: `UUID=...`
    public record Conflict(String slot, int line, String spec, String mountPoint) {

        public String text() {
            return "/etc/fstab, line %d, mounts the drive of slot %s at %s (%s), too"
                    .formatted(line, slot, mountPoint, spec);
        }

        public String remedy() {
            return "take line %d out of /etc/fstab, then: systemctl daemon-reload".formatted(line);
        }
    }

    private FstabConflicts() {}

    /// @param fstab its text
    /// @param nameOf the kernel's name of a device: [DeviceLinks#name]
    public static List<Conflict> of(String fstab, List<SlotDrive> drives, UnaryOperator<String> nameOf) {
        var conflicts = new ArrayList<Conflict>();
        var lines = fstab.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            var fields = lines.get(i).strip().split("\\s+", FEWEST_FIELDS + 1);
            if (fields.length >= FEWEST_FIELDS && !fields[0].startsWith("#")) {
                var spec = Escapes.undone(fields[0]).replace("\"", "");
                for (var drive : drives) {
                    if (means(spec, drive, nameOf)) {
                        conflicts.add(new Conflict(drive.slot(), i + 1, spec, Escapes.undone(fields[1])));
                    }
                }
            }
        }
        return conflicts;
    }

    /// A drive that is away has no links: its names are compared, and only then is a link followed.
    private static boolean means(String spec, SlotDrive drive, UnaryOperator<String> nameOf) {
        var name = asTag(spec);
        return is(name, "UUID=", drive.uuid())
                || is(name, "PARTUUID=", drive.partUuid())
                || (!drive.label().isEmpty() && name.equals("LABEL=" + drive.label()))
                || (spec.startsWith("/dev/") && nameOf.apply(spec).equals(drive.device()));
    }

    private static boolean is(String name, String tag, @Nullable String value) {
        return value != null
                && !value.isEmpty()
                && name.toLowerCase(Locale.ROOT).equals((tag + value).toLowerCase(Locale.ROOT));
    }

    private static String asTag(String spec) {
        return HEXADECIMAL
                .matcher(spec.replace("/dev/disk/by-uuid/", "UUID=")
                        .replace("/dev/disk/by-partuuid/", "PARTUUID=")
                        .replace("/dev/disk/by-label/", "LABEL="))
                .replaceAll(
                        digits -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits.group(1), 16))));
    }
}
