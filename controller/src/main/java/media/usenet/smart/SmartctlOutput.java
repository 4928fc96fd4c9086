package media.usenet.smart;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.Errors;
import media.usenet.smart.SmartReport.NoAnswer;
import media.usenet.smart.SmartReport.Temperature;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what `smartctl --json` printed (smartmontools 7.0 and later). The text comes first and the exit status second:
/// a drive that fails ends smartctl with an error and its figures stand in the text all the same.
final class SmartctlOutput {

    private static final Pattern SLEEPS = Pattern.compile("Device is in (.+) mode, exit\\(\\d+\\)");
    private static final Pattern LOW_POWER = Pattern.compile("STANDBY|SLEEP");

    private final JsonNode root;
    private final ExitStatus exit;

    private SmartctlOutput(JsonNode root, int exitCode) {
        this.root = root;
        this.exit = new ExitStatus(exitCode);
    }

    /// @param exitCode of the program; the text repeats it, but not where it was cut short
    static SmartReport read(String stdout, int exitCode) {
        return SmartJson.parse(stdout)
                .map(root -> new SmartctlOutput(root, exitCode).report())
                .orElseGet(() -> new NoAnswer("smartctl printed no JSON and ended with %d: %s"
                        .formatted(exitCode, stdout.lines().findFirst().orElse("nothing"))));
    }

    private SmartReport report() {
        var mode = sleepMode();
        if (mode.isPresent()) {
            return new Asleep("it is in %s mode".formatted(mode.get()));
        }
        var answer = answered();
        return says(answer) ? answer : new NoAnswer(why());
    }

    /// smartctl 7.5 tells it in a field, too; earlier ones in a message alone.
    private Optional<String> sleepMode() {
        return SmartJson.messages(root)
                .map(SLEEPS::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .or(() -> Optional.of(root.path("power_mode").path("name").asString(""))
                        .filter(mode ->
                                exit.notAsked() && LOW_POWER.matcher(mode).lookingAt()));
    }

    private Answered answered() {
        var verdict = new SmartVerdict(root, exit);
        var ata = new AtaAttributes(root);
        return new Answered(
                verdict.verdict(),
                verdict.because(),
                rotating(),
                temperature(),
                number("power_on_time", "hours"),
                wear(ata),
                errors(ata),
                SelfTests.latest(root),
                number("logical_block_size"),
                number("physical_block_size"));
    }

    /// Whether anything was learnt of the drive's health. A bridge that tells its own name only says nothing.
    private boolean says(Answered answer) {
        return root.path("smart_status").path("passed").isBoolean()
                || exit.failing()
                || answer.temperature().celsius() != null
                || answer.powerOnHours() != null
                || root.has("ata_smart_attributes");
    }

    private @Nullable Boolean rotating() {
        var speed = number("rotation_rate");
        if (speed != null) {
            return speed > 0;
        }
        return root.path("device").path("protocol").asString("").equals("NVMe") ? false : null;
    }

    /// Names that later versions have for every kind of drive first, then those of 7.3 to 7.5 for each kind.
    private Temperature temperature() {
        var warning =
                first(number("temperature", "op_limit_max"), number("nvme_composite_temperature_threshold", "warning"));
        var critical = first(
                number("temperature", "critical_limit_max"),
                number("nvme_composite_temperature_threshold", "critical"),
                number("temperature", "drive_trip"),
                number("scsi_temperature", "drive_trip"));
        return new Temperature(number("temperature", "current"), warning, critical);
    }

    /// `endurance_used` is not taken of ATA drives: there smartctl guesses it from attributes, see [AtaAttributes].
    private @Nullable Long wear(AtaAttributes ata) {
        if (root.has("ata_smart_attributes")) {
            return ata.wearPercent();
        }
        return first(
                number("nvme_smart_health_information_log", "percentage_used"),
                number("endurance_used", "current_percent"),
                number("scsi_percentage_used_endurance_indicator"),
                number("scsi_Percentage used endurance indicator"));
    }

    private Errors errors(AtaAttributes ata) {
        return new Errors(
                first(ata.reallocatedSectors(), number("scsi_grown_defect_list")),
                ata.pendingSectors(),
                ata.offlineUncorrectable(),
                ata.crcErrors(),
                first(number("nvme_smart_health_information_log", "media_errors"), uncorrected()));
    }

    private @Nullable Long uncorrected() {
        var counts = Stream.of("read", "write", "verify")
                .map(kind -> number("scsi_error_counter_log", kind, "total_uncorrected_errors"))
                .flatMap(Stream::ofNullable)
                .toList();
        return counts.isEmpty()
                ? null
                : counts.stream().mapToLong(Long::longValue).sum();
    }

    private String why() {
        var errors = SmartJson.errors(root);
        if (!errors.isEmpty()) {
            return errors;
        }
        if (no("available")) {
            return "the drive, or the bridge before it, has no SMART";
        }
        return no("enabled") ? "SMART is switched off on the drive" : exit.words();
    }

    private boolean no(String support) {
        var answer = root.path("smart_support").path(support);
        return answer.isBoolean() && !answer.booleanValue();
    }

    private @Nullable Long number(String... path) {
        return SmartJson.number(root, path);
    }

    private static @Nullable Long first(@Nullable Long... candidates) {
        return Stream.of(candidates).flatMap(Stream::ofNullable).findFirst().orElse(null);
    }
}
