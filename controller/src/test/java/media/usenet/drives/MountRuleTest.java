package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import media.usenet.linux.MountFlag;
import media.usenet.settings.StackSettings.Owner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MountRuleTest {

    private static final Owner OWNER = new Owner(1000, 1001, "002");

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "exfat", "ntfs", "vfat"})
    void nothing_on_a_drive_may_raise_rights_or_name_devices(String type) {
        assertThat(rule(type, false).flags())
                .contains(MountFlag.NO_SUID, MountFlag.NO_DEV)
                .doesNotContain(MountFlag.READ_ONLY);
        assertThat(rule(type, true).flags()).contains(MountFlag.READ_ONLY);
    }

    @ParameterizedTest
    @CsvSource({"exfat, mount.exfat-fuse", "ntfs, ntfs-3g"})
    void where_the_kernel_has_no_driver_a_program_mounts_it_for_the_same_owner(String type, String program) {
        var rule = rule(type, true);
        assertThat(rule.options()).contains("uid=1000,gid=1001,umask=002");
        assertThat(rule.program()).hasValueSatisfying(fuse -> {
            assertThat(fuse.name()).isEqualTo(program);
            assertThat(fuse.options()).contains("uid=1000,gid=1001,umask=002", "allow_other", "nosuid,nodev", "ro,");
        });
    }

    @Test
    void a_volume_that_windows_left_unfinished_is_never_repaired_by_us() {
        assertThat(rule("ntfs", false).repair("/dev/sdb1")).isEmpty();
    }

    @Test
    void repairs_touch_only_the_device_in_question() {
        assertThat(rule("exfat", false).repair("/dev/sdb1"))
                .hasValueSatisfying(argv -> assertThat(argv).containsExactly("fsck.exfat", "-p", "/dev/sdb1"));
    }

    @Test
    void apple_drives_are_only_read_and_unknown_ones_not_at_all() {
        assertThat(rule("hfsplus", false).flags()).contains(MountFlag.READ_ONLY);
        assertThat(MountRule.of("apfs", OWNER, false)).isEmpty();
        assertThat(MountRule.of("zfs_member", OWNER, false)).isEmpty();
    }

    @Test
    void what_is_lost_without_links_and_owners_is_said() {
        assertThat(MountRule.limits("exfat"))
                .hasValueSatisfying(text -> assertThat(text).contains("imports are copies"));
        assertThat(MountRule.limits("ext4")).isEmpty();
    }

    private static MountRule rule(String type, boolean readOnly) {
        return MountRule.of(type, OWNER, readOnly).orElseThrow(() -> new AssertionError(type));
    }
}
