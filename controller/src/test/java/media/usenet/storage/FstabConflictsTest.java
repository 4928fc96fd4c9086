package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import media.usenet.storage.FstabConflicts.SlotDrive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FstabConflictsTest {

    private static final SlotDrive FILMS = new SlotDrive(
            "films",
            "3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10",
            "My Films",
            "0f0e0d0c-0102-4304-8506-0708090a0b0c",
            "sdb1");
    private static final SlotDrive TRAVEL = new SlotDrive("travel", "6A1B-2C3D", "", null, null);
    private static final Map<String, String> LINKS =
            Map.of("/dev/disk/by-id/usb-WDC_1234-0:0-part1", "sdb1", "/dev/sdb1", "sdb1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UUID=3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10",
                "UUID=\"3F1C9A52-7D0E-4B8C-9A1F-5D2E8C7B6A10\"",
                "PARTUUID=0f0e0d0c-0102-4304-8506-0708090a0b0c",
                "LABEL=My\\040Films",
                "/dev/disk/by-uuid/3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10",
                "/dev/disk/by-partuuid/0f0e0d0c-0102-4304-8506-0708090a0b0c",
                "/dev/disk/by-label/My\\x20Films",
                "/dev/disk/by-id/usb-WDC_1234-0:0-part1",
                "/dev/sdb1",
            })
    void a_drive_is_recognised_under_each_of_its_names(String spec) {
        var found = conflicts("# a comment\n\n" + spec + "\t/mnt/old\\040films  ext4 defaults,nofail 0 2\n");
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().slot()).isEqualTo("films");
        assertThat(found.getFirst().line()).isEqualTo(3);
        assertThat(found.getFirst().mountPoint()).isEqualTo("/mnt/old films");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#UUID=3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10 /mnt ext4",
                "# UUID=3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10 /mnt ext4",
                "UUID=3f1c9a52-7d0e-4b8c-9a1f-000000000000 /mnt ext4",
                "LABEL= /mnt ext4",
                "LABEL=my\\040films /mnt ext4",
                "PARTUUID= /mnt ext4",
                "/dev/sdc1 /mnt ext4",
                "proc /proc proc",
                "half-a-line",
            })
    void what_means_another_drive_or_none_is_no_conflict(String line) {
        assertThat(conflicts(line + "\n")).isEmpty();
    }

    @Test
    void a_drive_that_is_away_is_recognised_by_its_uuid() {
        var conflict =
                conflicts("UUID=6a1b-2c3d /media/travel exfat noauto 0 0").getFirst();
        assertThat(conflict.text())
                .isEqualTo(
                        "/etc/fstab, line 1, mounts the drive of slot travel at /media/travel (UUID=6a1b-2c3d), too");
        assertThat(conflict.remedy()).startsWith("take line 1 out of /etc/fstab");
    }

    private static List<FstabConflicts.Conflict> conflicts(String fstab) {
        return FstabConflicts.of(
                fstab, List.of(FILMS, TRAVEL), name -> LINKS.getOrDefault(name, name.replace("/dev/", "")));
    }
}
