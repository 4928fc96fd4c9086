package media.usenet.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of `/proc/self/mountinfo` (proc(5)).
///
/// @param shared whether what is mounted below it later reaches its peers: bind mounts of containers
public record Mount(Path point, String type, String source, boolean shared, boolean readOnly) {

    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

    static List<Mount> parse(String mountinfo) {
        var mounts = new ArrayList<Mount>();
        mountinfo.lines().map(line -> line.split(" ")).forEach(fields -> {
            int separator = List.of(fields).indexOf("-");
            if (separator > 5 && fields.length > separator + 2) {
                mounts.add(new Mount(
                        Path.of(unescape(fields[4])),
                        fields[separator + 1],
                        unescape(fields[separator + 2]),
                        List.of(fields).subList(6, separator).stream().anyMatch(tag -> tag.startsWith("shared:")),
                        List.of(fields[5].split(",")).contains("ro")));
            }
        });
        return mounts;
    }

    /// Spaces and the like stand as three octal digits.
    private static String unescape(String field) {
        return OCTAL.matcher(field)
                .replaceAll(
                        digits -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(digits.group(1), 8))));
    }
}
