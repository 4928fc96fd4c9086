package media.usenet.smart;

import static media.usenet.smart.SmartText.SATA;
import static media.usenet.smart.SmartText.USB;
import static media.usenet.smart.SmartText.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import media.usenet.host.Outcome;
import media.usenet.host.ScriptedRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Asleep;
import media.usenet.smart.SmartReport.Hanging;
import media.usenet.smart.SmartReport.NoAnswer;
import media.usenet.smart.SmartReport.NotInstalled;
import org.junit.jupiter.api.Test;

class SmartctlTest {

    private static final String READ_SATA = "smartctl --json=c -n standby -a /dev/sdb";
    private static final String READ_USB = "smartctl --json=c -n standby -a /dev/sdd";

    private final ScriptedRunner programs = new ScriptedRunner();
    private final Smartctl smartctl = new Smartctl(programs);

    @Test
    void a_disk_is_asked_once_and_never_woken() {
        programs.on(READ_SATA, outcome("ata-disk"));
        assertThat(smartctl.read(SATA)).isInstanceOf(Answered.class);
        assertThat(programs.ran()).containsExactly(READ_SATA);
    }

    @Test
    void a_disk_that_is_no_usb_disk_is_not_asked_in_other_ways() {
        programs.on(READ_SATA, outcome("no-permission"));
        assertThat(smartctl.read(SATA)).isInstanceOf(NoAnswer.class);
        assertThat(programs.ran()).containsExactly(READ_SATA);
    }

    @Test
    void behind_an_unknown_bridge_types_are_tried_until_one_answers() {
        programs.on(READ_USB, outcome("usb-unknown-bridge"))
                .on(usb("sat"), outcome("usb-sleep-or-wrong-type"))
                .on(usb("sntasmedia"), outcome("usb-wrong-type"))
                .on(usb("sntrealtek"), outcome("nvme"));
        assertThat(smartctl.read(USB)).isInstanceOf(Answered.class);
        assertThat(programs.ran()).containsExactly(READ_USB, usb("sat"), usb("sntasmedia"), usb("sntrealtek"));
    }

    @Test
    void the_type_that_worked_is_remembered_with_the_drive_whatever_its_letter() {
        programs.on(READ_USB, outcome("usb-unknown-bridge")).on(usb("sat"), outcome("ata-disk"));
        smartctl.read(USB);
        var elsewhere = "smartctl --json=c -n standby -a -d sat /dev/sdq";
        programs.on(elsewhere, outcome("ata-standby"));
        assertThat(smartctl.read(new SmartTarget(null, "sdq", USB.serial(), USB.model(), "usb")))
                .isInstanceOf(Asleep.class);
        assertThat(programs.ran()).endsWith(elsewhere).hasSize(3);
    }

    @Test
    void a_type_that_no_longer_works_is_forgotten() {
        programs.on(READ_USB, outcome("usb-unknown-bridge")).on(usb("sat"), outcome("ata-disk"));
        smartctl.read(USB);
        programs.on(usb("sat"), outcome("usb-wrong-type")).on(READ_USB, outcome("nvme"));
        assertThat(smartctl.read(USB)).isInstanceOf(Answered.class);
        smartctl.read(USB);
        assertThat(programs.ran().subList(2, 5)).containsExactly(usb("sat"), READ_USB, READ_USB);
    }

    @Test
    void another_drive_under_the_same_letter_starts_anew() {
        programs.on(READ_USB, outcome("usb-unknown-bridge")).on(usb("sat"), outcome("ata-disk"));
        smartctl.read(USB);
        smartctl.read(new SmartTarget(null, "sdd", "OTHER", "Other", "usb"));
        assertThat(programs.ran().get(2)).isEqualTo(READ_USB);
    }

    @Test
    void a_disk_behind_an_unknown_bridge_that_sleeps_is_left_asleep() {
        programs.on(READ_USB, outcome("usb-unknown-bridge")).on(usb("sat"), outcome("ata-standby"));
        assertThat(smartctl.read(USB)).isInstanceOf(Asleep.class);
        assertThat(programs.ran()).hasSize(2);
    }

    @Test
    void a_bridge_that_lets_nothing_through_is_told_with_what_was_tried() {
        programs.on(READ_USB, outcome("usb-unknown-bridge"));
        BridgeTypes.ALL.forEach(type -> programs.on(usb(type), outcome("usb-wrong-type")));
        assertThat(smartctl.read(USB).because())
                .isEqualTo("/dev/sdd: Unknown USB bridge [0x152d:0xb581 (0x4403)]; nor does it answer as any of "
                        + "sat sntasmedia sntrealtek sntjmicron sat,12");
    }

    @Test
    void a_drive_that_hangs_is_not_asked_in_other_ways() {
        programs.on(READ_USB, new Outcome.TimedOut(Duration.ofSeconds(20)));
        assertThat(smartctl.read(USB)).isEqualTo(new Hanging(Duration.ofSeconds(20)));
        assertThat(programs.ran()).hasSize(1);
    }

    @Test
    void a_bridge_that_hangs_on_one_type_is_not_tried_with_the_next() {
        programs.on(READ_USB, outcome("usb-unknown-bridge"))
                .on(usb("sat"), new Outcome.TimedOut(Duration.ofSeconds(20)));
        assertThat(smartctl.read(USB)).isInstanceOf(Hanging.class);
        assertThat(programs.ran()).hasSize(2);
    }

    @Test
    void a_machine_without_smartctl_is_told_as_such() {
        programs.on(READ_USB, new Outcome.NotFound("smartctl"));
        assertThat(smartctl.read(USB)).isEqualTo(new NotInstalled());
        assertThat(programs.ran()).hasSize(1);
    }

    @Test
    void a_self_test_is_started() {
        programs.on("smartctl --json=co -t short /dev/sdb", outcome("self-test-begun"));
        assertThatCode(() -> smartctl.selfTest(SATA, Smartctl.Length.SHORT)).doesNotThrowAnyException();
    }

    @Test
    void a_self_test_goes_through_the_bridge_that_is_known_or_found_first() {
        programs.on(READ_USB, outcome("usb-unknown-bridge"))
                .on(usb("sat"), outcome("ata-disk"))
                .on("smartctl --json=co -t long -d sat /dev/sdd", outcome("self-test-begun"));
        smartctl.selfTest(USB, Smartctl.Length.LONG);
        smartctl.selfTest(USB, Smartctl.Length.LONG);
        assertThat(programs.ran()).hasSize(4);
    }

    @Test
    void a_self_test_that_was_not_started_says_why() {
        assertThat(refusal("self-test-runs-already").detail())
                .isEqualTo("no self-test was started on films (WDC WD120EDAZ 5PGR4K2B): "
                        + "Can't start self-test without aborting current test (90% remaining),");
        assertThat(refusal(new Outcome.Exited(1, SmartText.recorded("loop-device-self-test"), ""))
                        .detail())
                .endsWith("/dev/loop0: Unable to detect device type");
        assertThat(refusal(new Outcome.TimedOut(Duration.ofSeconds(20))).detail())
                .endsWith("the drive does not answer");
    }

    @Test
    void an_old_smartctl_that_does_nothing_to_an_nvme_drive_is_found_out() {
        var refusal = refusal("self-test-nvme-with-7.3");
        assertThat(refusal.detail()).endsWith("NVMe device successfully opened");
        assertThat(refusal.remedy()).contains("7.4");
    }

    @Test
    void a_self_test_without_smartctl_says_what_to_install() {
        var refusal = refusal(new Outcome.NotFound("smartctl"));
        assertThat(refusal.problem()).isEqualTo(Problem.SMARTCTL_MISSING);
        assertThat(refusal.remedy()).contains("smartmontools");
    }

    @Test
    void only_a_kernel_s_name_is_taken_for_a_device() {
        for (var name : List.of("/dev/sdb", "", "../sdb")) {
            assertThatThrownBy(() -> new SmartTarget(null, name, null, null, "sata"))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private ProblemException refusal(String name) {
        return refusal(outcome(name));
    }

    private ProblemException refusal(Outcome outcome) {
        programs.on("smartctl --json=co -t short /dev/sdb", outcome);
        try {
            smartctl.selfTest(SATA, Smartctl.Length.SHORT);
        } catch (ProblemException e) {
            return e;
        }
        throw new AssertionError("a self-test was started");
    }

    private static String usb(String type) {
        return "smartctl --json=c -n standby -a -d %s /dev/sdd".formatted(type);
    }
}
