package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import media.usenet.superblock.Content;
import org.junit.jupiter.api.Test;

class EligibilityTest {

    private static final Present FREE = Seen.ext4("sdb", "8:16", 5, "uuid-1");

    @Test
    void a_file_system_that_no_slot_has_may_be_added() {
        var found = of(FREE, new Seen().here(FREE));
        assertThat(found.eligible()).isTrue();
        assertThat(found.next()).isEqualTo("usenet storage add SER-sdb");
    }

    @Test
    void a_disk_that_the_machine_lives_on_may_not() {
        assertThat(of(FREE, new Seen().here(FREE).untouchable("sdb", "the system runs from it (/)")))
                .isEqualTo(new Eligibility(false, "the system runs from it (/)", null));
    }

    @Test
    void the_drive_of_a_slot_has_its_place() {
        var found = Eligibility.of(FREE, new Seen().here(FREE).sight(), List.of(Seen.slot("films", "uuid-1")));
        assertThat(found.eligible()).isFalse();
        assertThat(found.because()).contains("films");
    }

    @Test
    void of_two_with_one_uuid_neither_may_be_added() {
        var copy = Seen.ext4("sdc", "8:32", 6, "uuid-1");
        assertThat(of(copy, new Seen().here(FREE, copy)).because()).contains("2 drives have its UUID");
    }

    @Test
    void what_is_mounted_elsewhere_is_left_to_whoever_mounted_it() {
        assertThat(of(FREE, new Seen().here(FREE).mounted("elsewhere", "8:16", "rw"))
                        .because())
                .contains("mounted at /srv/pool/root/elsewhere");
    }

    @Test
    void a_part_of_an_array_is_left_to_what_manages_it() {
        assertThat(content(new Content.Member("linux_raid_member", "u", "")).because())
                .contains("linux_raid_member");
    }

    @Test
    void several_devices_of_one_btrfs_are_not_taken_apart() {
        assertThat(content(new Content.FileSystem("btrfs", "u", "", false, false, 2))
                        .eligible())
                .isFalse();
    }

    @Test
    void what_nothing_can_mount_is_said_to_be_so() {
        assertThat(content(new Content.FileSystem("apfs", "u", "", false, false, 1))
                        .because())
                .isEqualTo("there is no driver for apfs");
    }

    @Test
    void an_empty_disk_is_to_be_formatted_by_its_serial() {
        assertThat(content(new Content.Blank()).next()).isEqualTo("usenet storage format SER-x");
    }

    private static Eligibility content(Content content) {
        var drive = Seen.drive("sdx", "8:240", 9, "SER-x", content);
        return of(drive, new Seen().here(drive));
    }

    private static Eligibility of(Present drive, Seen seen) {
        return Eligibility.of(drive, seen.sight(), List.of());
    }
}
