package media.usenet.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The attributes of an ATA drive. Their numbers mean what the maker wants, so each is taken by number and name: 197 is
/// `Not_In_Use` on some drives, 198 `Host_Reads_GiB`, 5 `Retried_Blk_Ct` (smartmontools' drivedb.h).
final class AtaAttributes {

    private static final Pattern REALLOCATED = Pattern.compile("Realloc.*|Retired_Block_C.*");
    private static final Pattern PENDING = Pattern.compile(".*Pending.*");
    private static final Pattern UNCORRECTABLE = Pattern.compile("Offline_Unc.*|Uncorrectable_Sector.*");
    private static final Pattern CRC = Pattern.compile(".*CRC_Err.*");
    private static final Pattern REMAINING =
            Pattern.compile("SSD_Life_Left.*|Percent_Lifetime_Remain|Perc_Rated_Life_Remain|Remaining_Lifetime_Perc");
    private static final Pattern LEADING = Pattern.compile("\\d+");
    private static final int WHOLE = 100;

    private final JsonNode root;
    private final JsonNode table;

    AtaAttributes(JsonNode root) {
        this.root = root;
        this.table = root.path("ata_smart_attributes").path("table");
    }

    @Nullable
    Long reallocatedSectors() {
        return raw(5, REALLOCATED);
    }

    @Nullable
    Long pendingSectors() {
        return raw(197, PENDING);
    }

    @Nullable
    Long offlineUncorrectable() {
        return raw(198, UNCORRECTABLE);
    }

    @Nullable
    Long crcErrors() {
        return raw(199, CRC);
    }

    /// Wear as the drive's maker defines it, or null. The names of drives that smartctl's database lacks are guesses:
    /// no wear is taken from them.
    @Nullable
    Long wearPercent() {
        if (!root.path("in_smartctl_database").asBoolean(false)) {
            return null;
        }
        for (var attribute : table.values()) {
            var wear = wear(attribute);
            if (wear != null) {
                return wear;
            }
        }
        return null;
    }

    /// Where the raw number and the normalized value can tell the same thing, they must agree: Phison's drives count
    /// `SSD_Life_Left` down in the raw number while the normalized value stays at 100.
    private @Nullable Long wear(JsonNode attribute) {
        var value = SmartJson.number(attribute, "value");
        var raw = number(attribute);
        if (value == null || raw == null || value > WHOLE) {
            return null;
        }
        var left = WHOLE - value;
        return switch (SmartJson.number(attribute, "id")) {
            case Long id when id == 177 && is(attribute, "Wear_Leveling_Count") && samsung() -> left;
            case Long id when id == 233 && is(attribute, "Media_Wearout_Indicator") && raw == 0 -> left;
            case Long id when id == 202 && attribute.path("name").asString("").matches("Perc.*") && raw == left -> left;
            case Long id
            when (id == 169 || id == 231 || id == 233) && is(attribute, REMAINING) && raw.equals(value) -> left;
            case null, default -> null;
        };
    }

    /// Samsung's normalized value is the share of erase cycles left; elsewhere it may be anything.
    private boolean samsung() {
        return root.path("model_family").asString("").startsWith("Samsung");
    }

    private @Nullable Long raw(int id, Pattern name) {
        return attribute(id)
                .filter(found -> is(found, name))
                .map(AtaAttributes::number)
                .orElse(null);
    }

    private Optional<JsonNode> attribute(int id) {
        return table.values().stream()
                .filter(attribute -> attribute.path("id").asInt(-1) == id)
                .findFirst();
    }

    /// The number smartctl shows first: `raw.value` holds all 48 bits, in which some makers pack several numbers.
    private static @Nullable Long number(JsonNode attribute) {
        var shown = LEADING.matcher(attribute.path("raw").path("string").asString(""));
        return Optional.of(shown)
                .filter(Matcher::lookingAt)
                .map(found -> Long.valueOf(found.group()))
                .orElseGet(() -> SmartJson.number(attribute, "raw", "value"));
    }

    private static boolean is(JsonNode attribute, String name) {
        return attribute.path("name").asString("").equals(name);
    }

    private static boolean is(JsonNode attribute, Pattern name) {
        return name.matcher(attribute.path("name").asString("")).matches();
    }
}
