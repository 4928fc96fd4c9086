package media.usenet.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSystemErrorsTest {

    private static final String UUID = "3f1c9a52-7d0e-4b8c-9a1f-5d2e8c7b6a10";

    @TempDir
    private Path sysfs;

    @Test
    void ext4_counts_its_errors() throws IOException {
        write("fs/ext4/sdb1/errors_count", "3\n");
        assertThat(new FileSystemErrors(sysfs).of("ext4", "sdb1", UUID)).isEqualTo(3);
    }

    @Test
    void btrfs_counts_by_device_and_kind() throws IOException {
        write("fs/btrfs/" + UUID + "/devinfo/1/error_stats", """
                write_errs 1
                read_errs 2
                flush_errs 0
                corruption_errs 40
                generation_errs 0
                """);
        write("fs/btrfs/" + UUID + "/devinfo/2/error_stats", "write_errs 5\n");
        assertThat(new FileSystemErrors(sysfs).of("btrfs", "sdb1", UUID)).isEqualTo(48);
    }

    @Test
    void a_kernel_that_does_not_count_leaves_it_unknown() throws IOException {
        write("fs/btrfs/" + UUID + "/devinfo/1/missing", "0\n");
        var errors = new FileSystemErrors(sysfs);
        assertThat(errors.of("btrfs", "sdb1", UUID)).isNull();
        assertThat(errors.of("xfs", "sdb1", UUID)).isNull();
    }

    @Test
    void a_file_system_that_is_not_mounted_is_unknown() {
        var errors = new FileSystemErrors(sysfs);
        assertThat(errors.of("ext4", "sdb1", UUID)).isNull();
        assertThat(errors.of("btrfs", "sdb1", UUID)).isNull();
    }

    private void write(String file, String text) throws IOException {
        var path = sysfs.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
