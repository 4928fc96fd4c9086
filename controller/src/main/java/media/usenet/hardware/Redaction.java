package media.usenet.hardware;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Takes out of a text what names one machine or its owner: serial numbers, UUIDs, MAC addresses, the host's name, and
/// the programs that were running.
final class Redaction {

    private static final List<Map.Entry<Pattern, String>> RULES = List.of(
            Map.entry(
                    Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
                    "00000000-0000-0000-0000-000000000000"),
            // Not part of something longer: a PCI address starts like one.
            Map.entry(
                    Pattern.compile("(?<![0-9a-fA-F:])[0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5}(?![0-9a-fA-F:.])"),
                    "00:00:00:00:00:00"),
            Map.entry(Pattern.compile("(?im)^(\\s*serial(?:[ _-]?number)?\\s*[:=]).*$"), "$1 removed"),
            Map.entry(
                    Pattern.compile("(?s)<(serial|board_part_number|chassis_serial_number|host_id|board_id)>.*?</\\1>"),
                    "<$1>removed</$1>"),
            Map.entry(Pattern.compile("(?s)<process_info>.*?</process_info>"), ""));

    private final List<Pattern> names;

    /// @param hostname the machine's own; nothing is done for an empty or a meaningless one
    Redaction(String hostname) {
        var plain = hostname.strip();
        names = plain.length() < 2 || plain.equals("localhost")
                ? List.of()
                : List.of(Pattern.compile("(?<![\\w.-])" + Pattern.quote(plain) + "(?![\\w-])"));
    }

    String apply(String text) {
        var clean = text;
        for (var rule : RULES) {
            clean = rule.getKey().matcher(clean).replaceAll(rule.getValue());
        }
        for (var name : names) {
            clean = name.matcher(clean).replaceAll("host");
        }
        return clean;
    }
}
