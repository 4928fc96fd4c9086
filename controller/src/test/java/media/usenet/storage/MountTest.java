package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MountTest {

    private static final String LINES = """
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw,errors=remount-ro
            40 22 8:17 / /mnt/my\\040drive rw,relatime shared:5 master:2 - xfs /dev/sdb1 rw
            41 22 8:33 /sub /mnt/back\\134slash ro,nosuid - btrfs /dev/sdc1 rw
            42 22 0:55 / /mnt/nas rw master:9 propagate_from:2 - nfs4 nas:/a\\043b rw
            43 22 0:60 / /mnt/auto rw shared:8 - autofs systemd-1 rw
            44 43 8:49 / /mnt/auto rw shared:9 - ext4 /dev/sdd1 rw
            45 22 broken
            """;

    @Test
    void each_line_is_a_mount_with_its_names_unescaped() {
        assertThat(Mount.parse(LINES))
                .startsWith(
                        new Mount(
                                22,
                                "8:1",
                                Path.of("/"),
                                Path.of("/"),
                                "ext4",
                                "/dev/sda1",
                                true,
                                false,
                                false,
                                Set.of("rw", "errors=remount-ro")),
                        new Mount(
                                40,
                                "8:17",
                                Path.of("/"),
                                Path.of("/mnt/my drive"),
                                "xfs",
                                "/dev/sdb1",
                                true,
                                true,
                                false,
                                Set.of("rw")),
                        new Mount(
                                41,
                                "8:33",
                                Path.of("/sub"),
                                Path.of("/mnt/back\\slash"),
                                "btrfs",
                                "/dev/sdc1",
                                false,
                                false,
                                true,
                                Set.of("rw")))
                .hasSize(6);
    }

    @Test
    void a_path_lies_on_the_nearest_mount_above_it() {
        assertThat(type("/mnt/my drive/media")).isEqualTo("xfs");
        assertThat(type("/mnt/my drives")).isEqualTo("ext4");
    }

    @Test
    void the_last_of_several_mounts_on_one_point_hides_the_others() {
        assertThat(type("/mnt/auto/media")).isEqualTo("ext4");
    }

    private static String type(String path) {
        return Mounts.holding(Path.of(path), Mount.parse(LINES))
                .map(Mount::type)
                .orElse("none");
    }
}
