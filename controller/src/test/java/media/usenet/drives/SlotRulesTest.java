package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import media.usenet.drives.Verdict.Attach;
import media.usenet.drives.Verdict.Bind;
import media.usenet.drives.Verdict.Detach;
import media.usenet.drives.Verdict.Stay;
import media.usenet.superblock.Content;
import org.junit.jupiter.api.Test;

class SlotRulesTest {

    private static final KnownSlot FILMS = Seen.slot("films", "uuid-1");
    private static final Present SDB = Seen.ext4("sdb", "8:16", 5, "uuid-1");
    private static final Present SDC = Seen.ext4("sdc", "8:32", 6, "uuid-1");
    private static final Present OTHER = Seen.ext4("sdd", "8:48", 7, "uuid-2");

    @Test
    void a_drive_that_is_there_is_mounted() {
        assertThat(verdict(FILMS, new Seen().here(SDB, OTHER))).isEqualTo(new Attach(SDB));
    }

    @Test
    void the_kernels_name_of_a_drive_does_not_matter() {
        assertThat(verdict(FILMS, new Seen().here(SDC))).isEqualTo(new Attach(SDC));
    }

    @Test
    void a_drive_with_the_same_label_and_another_uuid_is_not_the_slots() {
        assertThat(state(FILMS, new Seen().here(OTHER))).isEqualTo(SlotState.MISSING);
    }

    @Test
    void a_mounted_drive_stays() {
        var seen = new Seen().here(SDB).mounted("films", "8:16", "rw");
        assertThat(verdict(FILMS, seen)).isEqualTo(new Stay(SlotState.ONLINE, "sdb", null));
    }

    @Test
    void a_mount_whose_device_is_gone_is_let_go() {
        var seen = new Seen().here(OTHER).mounted("films", "8:16", "rw");
        assertThat(verdict(FILMS, seen))
                .isInstanceOfSatisfying(
                        Detach.class, detach -> assertThat(detach.next()).isEqualTo(SlotState.MISSING));
    }

    @Test
    void a_mount_of_the_earlier_appearance_is_let_go_although_the_drive_is_back_under_another_number() {
        var seen = new Seen().here(SDC).mounted("films", "8:16", "rw");
        assertThat(verdict(FILMS, seen)).isInstanceOf(Detach.class);
    }

    @Test
    void a_file_system_that_was_shut_down_is_let_go_as_failed() {
        var seen = new Seen().here(SDB).mounted("films", "8:16", "rw", "shutdown");
        assertThat(verdict(FILMS, seen))
                .isInstanceOfSatisfying(
                        Detach.class, detach -> assertThat(detach.next()).isEqualTo(SlotState.FAILED));
    }

    @Test
    void a_file_system_that_stopped_writing_stays_readable() {
        assertThat(state(FILMS, new Seen().here(SDB).mounted("films", "8:16", "rw", "emergency_ro")))
                .isEqualTo(SlotState.READONLY);
        assertThat(state(FILMS, new Seen().here(SDB).mounted("films", "8:16", "ro")))
                .isEqualTo(SlotState.READONLY);
    }

    @Test
    void a_device_that_cannot_be_read_any_more_is_let_go_as_failed() {
        var broken = new Present(SDB.device(), new Content.Unreadable("Input/output error"));
        assertThat(verdict(FILMS, new Seen().here(broken).mounted("films", "8:16", "rw")))
                .isInstanceOfSatisfying(Detach.class, detach -> {
                    assertThat(detach.next()).isEqualTo(SlotState.FAILED);
                    assertThat(detach.because()).contains("Input/output error");
                });
    }

    @Test
    void of_two_drives_with_one_identity_neither_is_mounted() {
        assertThat(verdict(FILMS, new Seen().here(SDB, SDC))).isInstanceOfSatisfying(Stay.class, stay -> {
            assertThat(stay.state()).isEqualTo(SlotState.CLONE);
            assertThat(stay.because()).contains("SER-sdb").contains("SER-sdc");
        });
    }

    @Test
    void a_copy_that_comes_later_does_not_disturb_the_one_that_is_mounted() {
        var seen = new Seen().here(SDB, SDC).mounted("films", "8:16", "rw");
        assertThat(state(FILMS, seen)).isEqualTo(SlotState.ONLINE);
    }

    @Test
    void an_ejected_drive_is_left_alone_until_it_is_plugged_in_anew() {
        var ejected = FILMS.ejected(5);
        assertThat(state(ejected, new Seen().here(SDB))).isEqualTo(SlotState.EJECTED);
        assertThat(state(ejected, new Seen())).isEqualTo(SlotState.EJECTED);
        assertThat(verdict(ejected, new Seen().here(SDC))).isEqualTo(new Attach(SDC));
    }

    @Test
    void an_unmounted_slot_stays_so_even_when_its_drive_comes_back() {
        assertThat(state(FILMS.wanting(Wanted.UNMOUNTED), new Seen().here(SDC))).isEqualTo(SlotState.UNMOUNTED);
    }

    @Test
    void a_drive_that_comes_and_goes_is_left_alone() {
        var past = Past.NOTHING.flapping(true);
        assertThat(SlotRules.decide(
                        FILMS, Seen.place("films"), new Seen().here(SDB).sight(), past))
                .isInstanceOfSatisfying(
                        Stay.class, stay -> assertThat(stay.state()).isEqualTo(SlotState.FLAPPING));
    }

    @Test
    void what_could_not_be_mounted_is_tried_again_only_after_it_was_plugged_in_anew() {
        var past = Past.NOTHING.refused(5, SlotState.FAILED, "bad superblock");
        assertThat(decide(new Seen().here(SDB), past)).isEqualTo(new Stay(SlotState.FAILED, null, "bad superblock"));
        assertThat(decide(new Seen().here(SDC), past)).isEqualTo(new Attach(SDC));
    }

    @Test
    void a_device_that_broke_keeps_its_slot_failed_while_it_is_there_and_missing_when_it_is_gone() {
        var past = Past.NOTHING.refused(5, SlotState.FAILED, "reading fails");
        var broken = new Present(SDB.device(), new Content.Unreadable("Input/output error"));
        assertThat(decide(new Seen().here(broken), past)).isEqualTo(new Stay(SlotState.FAILED, null, "reading fails"));
        assertThat(decide(new Seen(), past))
                .isInstanceOfSatisfying(
                        Stay.class, stay -> assertThat(stay.state()).isEqualTo(SlotState.MISSING));
    }

    @Test
    void a_disk_that_the_machine_lives_on_is_never_a_slots() {
        var seen = new Seen().here(SDB).untouchable("sdb", "the system runs from it (/)");
        assertThat(state(FILMS, seen)).isEqualTo(SlotState.MISSING);
    }

    @Test
    void a_folder_is_bound_once() {
        var main = KnownSlot.of("main", EnumSet.allOf(Role.class), false, Path.of("/var/lib/usenet/main"));
        assertThat(SlotRules.decide(main, Seen.place("main"), new Seen().sight(), Past.NOTHING))
                .isEqualTo(new Bind(Path.of("/var/lib/usenet/main")));
        var bound = new Seen().mounted("main", "8:1", "rw").sight();
        assertThat(SlotRules.decide(main, Seen.place("main"), bound, Past.NOTHING))
                .isEqualTo(new Stay(SlotState.ONLINE, null, null));
    }

    private static Verdict decide(Seen seen, Past past) {
        return SlotRules.decide(FILMS, Seen.place("films"), seen.sight(), past);
    }

    private static Verdict verdict(KnownSlot slot, Seen seen) {
        return SlotRules.decide(slot, Seen.place(slot.slot()), seen.sight(), Past.NOTHING);
    }

    private static SlotState state(KnownSlot slot, Seen seen) {
        return verdict(slot, seen) instanceof Stay stay ? stay.state() : SlotState.EJECTING;
    }
}
