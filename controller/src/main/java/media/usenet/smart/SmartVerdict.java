package media.usenet.smart;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.smart.SmartReport.Verdict;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How a drive judges itself, and by which of its figures.
final class SmartVerdict {

    /// Critical Warning, byte 0 of the NVMe SMART / Health Information log, as smartctl spells its bits.
    private static final Map<String, String> NVME_WARNINGS = Map.of(
            "spare_below_threshold", "its spare blocks run out",
            "temperature_above_or_below_threshold", "its temperature is outside its own limits",
            "reliability_degraded", "too many errors made it unreliable",
            "media_read_only", "it has made itself read-only",
            "volatile_memory_backup_failed", "the backup of its write memory has failed",
            "persistent_memory_region_unreliable", "its persistent memory region is unreliable");

    private final JsonNode root;
    private final JsonNode status;
    private final ExitStatus exit;

    SmartVerdict(JsonNode root, ExitStatus exit) {
        this.root = root;
        this.status = root.path("smart_status");
        this.exit = exit;
    }

    Verdict verdict() {
        var passed = status.path("passed");
        if (exit.failing() || !passed.asBoolean(true)) {
            return Verdict.FAILING;
        }
        if (exit.prefail() || !below("prefailure").isEmpty()) {
            return Verdict.PREFAIL;
        }
        return passed.isBoolean() ? Verdict.PASSED : Verdict.UNKNOWN;
    }

    @Nullable
    String because() {
        return switch (verdict()) {
            case FAILING -> failing();
            case PREFAIL -> attributes("prefailure", "an attribute by which it foretells failure is at its threshold");
            case PASSED, STANDBY -> null;
            case UNKNOWN -> unknown();
        };
    }

    private String failing() {
        var warnings = NVME_WARNINGS.keySet().stream()
                .filter(bit -> status.path("nvme").path(bit).asBoolean(false))
                .sorted()
                .map(NVME_WARNINGS::get)
                .collect(Collectors.joining("; "));
        if (!warnings.isEmpty()) {
            return warnings;
        }
        var scsi = status.path("scsi").path("ie_string").asString("");
        return scsi.isEmpty() ? attributes("prefailure", "it says so and gives no reason") : scsi;
    }

    private String unknown() {
        var errors = SmartJson.errors(root);
        return errors.isEmpty() ? "it gives figures and no judgement" : errors;
    }

    private String attributes(String flag, String otherwise) {
        var below = below(flag);
        return below.isEmpty() ? otherwise : String.join("; ", below);
    }

    /// Attributes at or below their threshold now.
    private List<String> below(String flag) {
        return root.path("ata_smart_attributes").path("table").values().stream()
                .filter(attribute -> attribute.path("when_failed").asString("").equals("now"))
                .filter(attribute -> attribute.path("flags").path(flag).asBoolean(false))
                .map(attribute -> "%s is at %d, its threshold is %d"
                        .formatted(
                                attribute.path("name").asString("?"),
                                attribute.path("value").asInt(0),
                                attribute.path("thresh").asInt(0)))
                .toList();
    }
}
