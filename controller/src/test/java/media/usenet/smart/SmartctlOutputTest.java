package media.usenet.smart;

import static media.usenet.smart.SmartText.answered;
import static media.usenet.smart.SmartText.report;
import static org.assertj.core.api.Assertions.assertThat;

import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.Errors;
import media.usenet.smart.SmartReport.NoAnswer;
import media.usenet.smart.SmartReport.SelfTest;
import media.usenet.smart.SmartReport.Temperature;
import media.usenet.smart.SmartReport.Verdict;
import org.junit.jupiter.api.Test;

/// On texts modelled on smartmontools 7.3, 7.4 and 7.5 (`src/test/resources/smart`), and on what smartctl 7.3 printed
/// of
/// devices without SMART (`src/test/resources/recorded/smartctl`).
class SmartctlOutputTest {

    @Test
    void a_well_disk_passes_with_its_figures() {
        assertThat(report("ata-disk"))
                .isEqualTo(new Answered(
                        Verdict.PASSED,
                        null,
                        true,
                        new Temperature(36L, null, null),
                        21034L,
                        null,
                        new Errors(0L, 0L, 0L, 0L, null),
                        new SelfTest(SelfTest.State.NEVER_RUN, null),
                        512L,
                        4096L));
    }

    @Test
    void a_disk_with_errors_passes_and_tells_them() {
        var disk = answered("ata-disk-with-errors");
        assertThat(disk.verdict()).isEqualTo(Verdict.PASSED);
        // The raw number of 5 holds two; smartctl shows "8 (0, 17)".
        assertThat(disk.errors()).isEqualTo(new Errors(8L, 16L, 12L, 431L, null));
        assertThat(disk.selfTest())
                .isEqualTo(new SelfTest(SelfTest.State.FAILED, "completed with error (read test element)"));
    }

    @Test
    void a_disk_that_fails_says_by_which_attribute() {
        var disk = answered("ata-failing");
        assertThat(disk.verdict()).isEqualTo(Verdict.FAILING);
        assertThat(disk.because()).isEqualTo("Reallocated_Sector_Ct is at 1, its threshold is 5");
        assertThat(disk.errors().reallocatedSectors()).isEqualTo(1984);
    }

    @Test
    void a_disk_that_passes_below_a_threshold_foretells_its_failure() {
        var disk = answered("ata-prefail");
        assertThat(disk.verdict()).isEqualTo(Verdict.PREFAIL);
        assertThat(disk.because()).contains("Reallocated_Sector_Ct is at 1");
    }

    @Test
    void the_exit_status_counts_where_the_text_says_less() {
        var passed = SmartText.written("ata-disk");
        assertThat(SmartctlOutput.read(passed, 8).verdict()).isEqualTo(Verdict.FAILING);
        assertThat(SmartctlOutput.read(passed, 16).verdict()).isEqualTo(Verdict.PREFAIL);
        assertThat(SmartctlOutput.read(passed, 32 | 64 | 128).verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void figures_are_read_though_a_command_failed() {
        assertThat(SmartctlOutput.read(SmartText.written("ata-disk"), 4))
                .isInstanceOfSatisfying(
                        Answered.class,
                        disk -> assertThat(disk.temperature().celsius()).isEqualTo(36));
    }

    @Test
    void a_self_test_that_runs_says_how_far_it_is() {
        assertThat(answered("ata-testing").selfTest())
                .isEqualTo(new SelfTest(SelfTest.State.RUNNING, "in progress, 90% remaining"));
    }

    @Test
    void a_sleeping_disk_is_asleep_and_nothing_else() {
        assertThat(report("ata-standby")).isEqualTo(new Asleep("it is in STANDBY mode"));
        assertThat(report("ata-standby-as-field")).isEqualTo(new Asleep("it is in STANDBY_Y mode"));
        assertThat(report("ata-standby").verdict()).isEqualTo(Verdict.STANDBY);
    }

    @Test
    void a_disk_whose_smart_is_off_is_unknown() {
        assertThat(report("ata-smart-off")).isEqualTo(new NoAnswer("SMART is switched off on the drive"));
    }

    @Test
    void an_nvme_drive_tells_wear_and_media_errors() {
        var drive = answered("nvme");
        assertThat(drive.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(drive.rotating()).isFalse();
        assertThat(drive.wearPercent()).isEqualTo(3);
        assertThat(drive.errors()).isEqualTo(new Errors(null, null, null, null, 0L));
        assertThat(drive.selfTest().state()).isEqualTo(SelfTest.State.UNKNOWN);
    }

    @Test
    void an_nvme_drive_that_fails_says_why() {
        var drive = answered("nvme-failing");
        assertThat(drive.verdict()).isEqualTo(Verdict.FAILING);
        assertThat(drive.because()).isEqualTo("too many errors made it unreliable; its spare blocks run out");
        assertThat(drive.wearPercent()).isEqualTo(104);
    }

    @Test
    void smartctl_7_5_tells_an_nvme_drive_s_own_limits_and_its_self_test() {
        var drive = answered("nvme-hot-with-limits");
        assertThat(drive.temperature()).isEqualTo(new Temperature(83L, 82L, 85L));
        assertThat(drive.selfTest()).isEqualTo(new SelfTest(SelfTest.State.PASSED, "Completed without error"));
    }

    @Test
    void a_scsi_drive_tells_its_own_figures() {
        var drive = answered("scsi");
        assertThat(drive.errors()).isEqualTo(new Errors(24L, null, null, null, 3L));
        assertThat(drive.temperature()).isEqualTo(new Temperature(41L, null, 60L));
        assertThat(drive.selfTest().state()).isEqualTo(SelfTest.State.ABORTED);
    }

    @Test
    void what_is_refused_is_told_in_smartctl_s_own_words() {
        assertThat(report("usb-unknown-bridge"))
                .isEqualTo(new NoAnswer("/dev/sdd: Unknown USB bridge [0x152d:0xb581 (0x4403)]"));
        assertThat(report("no-permission"))
                .isEqualTo(new NoAnswer("Smartctl open device: /dev/sdb failed: Permission denied"));
        assertThat(SmartctlOutput.read(SmartText.recorded("virtio-disk"), 1))
                .isEqualTo(new NoAnswer("/dev/vda: Unable to detect device type"));
    }

    @Test
    void where_smartctl_has_no_words_the_exit_status_speaks() {
        assertThat(SmartctlOutput.read(SmartText.recorded("loop-device-as-scsi"), 2))
                .isEqualTo(new NoAnswer("the device could not be opened or did not identify itself"));
    }

    @Test
    void a_text_that_is_no_json_is_shown() {
        assertThat(SmartctlOutput.read("=======> UNRECOGNIZED OPTION: json=c\n\nUse smartctl -h", 1)
                        .because())
                .isEqualTo("smartctl printed no JSON and ended with 1: =======> UNRECOGNIZED OPTION: json=c");
        assertThat(SmartctlOutput.read("", 1).because()).endsWith("ended with 1: nothing");
        assertThat(SmartctlOutput.read(SmartText.written("ata-disk").substring(0, 900), 0))
                .isInstanceOf(NoAnswer.class);
    }
}
