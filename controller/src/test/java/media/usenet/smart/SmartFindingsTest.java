package media.usenet.smart;

import static media.usenet.smart.SmartText.SATA;
import static media.usenet.smart.SmartText.USB;
import static media.usenet.smart.SmartText.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.Hanging;
import media.usenet.smart.SmartReport.NoAnswer;
import media.usenet.smart.SmartReport.NotInstalled;
import media.usenet.smart.SmartReport.Temperature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmartFindingsTest {

    private static final String DRIVE = "films (WDC WD120EDAZ 5PGR4K2B)";

    @Test
    void a_well_drive_gives_no_cause() {
        assertThat(of("ata-disk")).isEmpty();
        assertThat(of("nvme")).isEmpty();
    }

    @Test
    void a_failing_drive_is_to_be_copied_now() {
        assertThat(of("ata-failing"))
                .first()
                .isEqualTo(
                        new Finding(
                                "SMART_FAILING",
                                Severity.ERROR,
                                DRIVE + " says that it is failing: Reallocated_Sector_Ct is at 1, its threshold is 5",
                                "copy what you need from it now: usenet storage pool drain films or any copy, then replace it"));
    }

    @Test
    void every_error_counter_speaks_for_itself() {
        assertThat(of("ata-disk-with-errors"))
                .extracting(Finding::code, Finding::severity)
                .containsExactly(
                        tuple("DRIVE_HOT", Severity.WARNING),
                        tuple("SMART_PENDING_SECTORS", Severity.WARNING),
                        tuple("SMART_SELF_TEST_FAILED", Severity.ERROR),
                        tuple("SMART_REALLOCATED_SECTORS", Severity.NOTICE),
                        tuple("SMART_CRC_ERRORS", Severity.NOTICE));
        assertThat(of("ata-disk-with-errors")).anySatisfy(finding -> {
            assertThat(finding.text()).isEqualTo(DRIVE + " cannot read 16 of its sectors");
            assertThat(finding.remedy()).contains("drain films");
        });
        assertThat(of("ata-disk-with-errors"))
                .last()
                .extracting(Finding::remedy)
                .asString()
                .contains("cable");
    }

    @Test
    void a_worn_nvme_drive_with_media_errors_says_both() {
        assertThat(of("nvme-failing"))
                .extracting(Finding::code)
                .containsExactly("SMART_FAILING", "SMART_MEDIA_ERRORS", "SMART_WORN");
    }

    @Test
    void a_drive_that_foretells_its_failure_leaves_time() {
        assertThat(of("ata-prefail"))
                .first()
                .extracting(Finding::code, Finding::severity)
                .containsExactly("SMART_PREFAIL", Severity.WARNING);
    }

    @ParameterizedTest
    @CsvSource({
        "true,  , , 55, ",
        "true,  , , 56, WARNING",
        "true,  , , 60, WARNING",
        "true,  , , 61, ERROR",
        "     , , , 56, WARNING",
        "false, , , 70, ",
        "false, , , 71, WARNING",
        "false, , , 81, ERROR",
        "false, 82, 85, 82, ",
        "false, 82, 85, 83, WARNING",
        "false, 82, 85, 86, ERROR",
        "true,  , 50, 51, ERROR",
        "true,  , 68, 61, WARNING",
        "true, 65, , 66, ERROR"
    })
    void heat_is_judged_by_the_drive_s_own_limits_or_by_its_kind(
            @Nullable Boolean rotating,
            @Nullable Long warning,
            @Nullable Long critical,
            long celsius,
            @Nullable Severity severity) {
        var heat = DriveHeat.of(with(rotating, new Temperature(celsius, warning, critical)));
        assertThat(heat.finding(SATA).map(Finding::severity).orElse(null)).isEqualTo(severity);
    }

    @Test
    void a_sleeping_drive_keeps_its_findings_but_its_heat() {
        var reading = new SmartReading(
                SATA, new Asleep("it is in STANDBY mode"), Instant.EPOCH, answered("ata-disk-with-errors"));
        assertThat(SmartFindings.of(List.of(reading)))
                .extracting(Finding::code)
                .contains("SMART_SELF_TEST_FAILED")
                .doesNotContain("DRIVE_HOT");
    }

    @Test
    void a_drive_that_hangs_is_an_error() {
        assertThat(SmartFindings.of(List.of(reading(USB, new Hanging(Duration.ofSeconds(20))))))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .isEqualTo("travel (Samsung PSSD T7 S5SXNS0R) hangs: the drive did not answer within 20 s"));
    }

    @Test
    void what_is_unknown_is_no_finding() {
        assertThat(SmartFindings.of(List.of(reading(USB, new NoAnswer("no SMART")))))
                .isEmpty();
    }

    @Test
    void that_smartctl_is_missing_is_said_once() {
        var readings = List.of(reading(USB, new NotInstalled()), reading(SATA, new NotInstalled()));
        assertThat(SmartFindings.of(readings)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SMARTCTL_MISSING");
            assertThat(finding.remedy()).contains("smartmontools");
        });
    }

    @Test
    void a_drive_without_a_slot_is_told_by_what_is_known_of_it() {
        assertThat(new SmartTarget(null, "sdb", "S1", "M1", "sata").name()).isEqualTo("M1 S1");
        assertThat(new SmartTarget(null, "sdb", null, null, "sata").name()).isEqualTo("sdb");
        assertThat(new SmartTarget("films", "sdb", null, null, "sata").name()).isEqualTo("films");
    }

    private static List<Finding> of(String name) {
        return SmartFindings.of(List.of(reading(SATA, answered(name))));
    }

    private static SmartReading reading(SmartTarget target, SmartReport report) {
        return SmartReading.first(target, report, Instant.EPOCH);
    }

    private static Answered with(@Nullable Boolean rotating, Temperature temperature) {
        var disk = answered("ata-disk");
        return new Answered(
                disk.verdict(), null, rotating, temperature, null, null, disk.errors(), disk.selfTest(), null, null);
    }
}
