package media.usenet.holders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import media.usenet.storage.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerViewsTest {

    private static final Path ROOT = Path.of("/srv/pool/root");
    private static final Mount GUARD =
            mount("200 27 0:60 / /srv/pool ro,relatime shared:5 - tmpfs tmpfs rw,size=64k,mode=755");
    private static final PoolView BLIND =
            new PoolView(false, "bound with rprivate: drives that come later stay invisible until it is made anew");

    @TempDir
    private Path proc;

    @Test
    void a_slave_of_the_pool_sees_drives_that_come() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime master:5 - tmpfs tmpfs rw\n"))
                .contains(new PoolView(true, "bound with rslave"));
    }

    @Test
    void a_peer_of_the_pool_sees_them_too() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime shared:5 - tmpfs tmpfs rw\n"))
                .contains(new PoolView(true, "bound with rshared"));
    }

    @Test
    void a_private_copy_sees_none() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime - tmpfs tmpfs rw\n"))
                .contains(BLIND);
    }

    @Test
    void the_place_in_the_container_does_not_matter() throws IOException {
        assertThat(view("300 299 0:60 /root /data ro,relatime - tmpfs tmpfs rw\n"))
                .contains(BLIND);
    }

    @Test
    void a_folder_above_the_pool_is_judged_by_the_mount_that_the_pool_has_there() throws IOException {
        assertThat(view("""
                        300 299 254:0 / /host ro,relatime master:1 - ext4 /dev/vda rw
                        301 300 0:60 / /host/srv/pool ro,relatime - tmpfs tmpfs rw
                        """)).contains(BLIND);
    }

    @Test
    void a_container_that_has_it_twice_sees_what_both_see() throws IOException {
        assertThat(view("""
                        300 299 0:60 /root /pool ro,relatime master:5 - tmpfs tmpfs rw
                        301 299 0:60 /root /data ro,relatime - tmpfs tmpfs rw
                        """)).contains(BLIND);
    }

    @Test
    void the_pool_counts_more_than_a_slot_that_is_bound_besides() throws IOException {
        assertThat(view("""
                        300 299 0:60 /root /pool ro,relatime master:5 - tmpfs tmpfs rw
                        301 299 0:60 /root/films /films ro,relatime - tmpfs tmpfs rw
                        """)).contains(new PoolView(true, "bound with rslave"));
        assertThat(view("301 299 0:60 /root/films /films ro,relatime - tmpfs tmpfs rw\n"))
                .contains(BLIND);
    }

    @Test
    void a_container_without_the_pool_is_not_spoken_of() throws IOException {
        assertThat(view("""
                        299 280 0:58 / / rw,relatime master:10 - overlay overlay rw
                        301 299 254:0 /var/lib/docker/containers/7a90/hosts /etc/hosts rw - ext4 /dev/vda rw
                        302 299 0:60 /other /x ro,relatime - tmpfs tmpfs rw
                        """)).isEmpty();
    }

    @Test
    void on_a_pool_that_is_a_folder_of_the_systems_disk_other_folders_of_it_do_not_count() throws IOException {
        var folder = mount("66 27 254:0 /srv/pool /srv/pool rw,relatime shared:4 - ext4 /dev/vda rw");
        write("""
                301 299 254:0 /var/lib/docker/containers/7a90/hosts /etc/hosts rw - ext4 /dev/vda rw
                302 299 254:0 /srv/pool /pool rw,relatime master:4 - ext4 /dev/vda rw
                """);
        assertThat(new ContainerViews(proc).of(4121, folder, Path.of("/srv/pool")))
                .contains(new PoolView(true, "bound with rslave"));
    }

    @Test
    void a_container_that_has_ended_is_not_spoken_of() {
        assertThat(new ContainerViews(proc).of(4121, GUARD, ROOT)).isEmpty();
    }

    private Optional<PoolView> view(String mountinfo) throws IOException {
        write(mountinfo);
        return new ContainerViews(proc).of(4121, GUARD, ROOT);
    }

    private void write(String mountinfo) throws IOException {
        Files.writeString(Files.createDirectories(proc.resolve("4121")).resolve("mountinfo"), mountinfo);
    }

    private static Mount mount(String line) {
        return Mount.parse(line).getFirst();
    }
}
