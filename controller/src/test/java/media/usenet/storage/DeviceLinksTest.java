package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceLinksTest {

    @TempDir
    private Path dev;

    @Test
    void a_link_is_followed_to_the_kernels_name() throws IOException {
        Files.createFile(dev.resolve("dm-0"));
        Files.createDirectories(dev.resolve("cciss"));
        Files.createFile(dev.resolve("cciss/c0d0"));
        Files.createDirectories(dev.resolve("mapper"));
        Files.createSymbolicLink(dev.resolve("mapper/system-root"), Path.of("../dm-0"));
        var links = new DeviceLinks(dev);
        assertThat(links.name("/dev/mapper/system-root")).isEqualTo("dm-0");
        assertThat(links.name("/dev/cciss/c0d0")).isEqualTo("cciss/c0d0");
    }

    @Test
    void what_is_not_there_keeps_its_name() {
        var links = new DeviceLinks(dev);
        assertThat(links.name("/dev/sdb1")).isEqualTo("sdb1");
        assertThat(links.name("rpool/ROOT/debian")).isEqualTo("rpool/ROOT/debian");
    }
}
