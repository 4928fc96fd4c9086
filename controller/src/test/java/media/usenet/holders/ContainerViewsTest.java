package media.usenet.holders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import media.usenet.storage.Mount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerViewsTest {

    private static final Path ROOT = Path.of("/srv/pool");
    private static final List<Mount> HOST = Mount.parse("""
            27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            200 27 0:60 / /srv/pool ro,relatime shared:5 - tmpfs usenet-guard rw,size=64k,mode=755
            201 28 0:71 / /srv/other/pool ro,relatime shared:6 - tmpfs usenet-guard rw,size=64k,mode=755
            """);

    @TempDir
    private Path proc;

    @Test
    void a_slave_of_the_pool_sees_drives_that_come() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime master:5 - tmpfs usenet-guard rw\n"))
                .contains(PoolView.RSLAVE);
    }

    @Test
    void a_peer_of_the_pool_sees_them_too() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime shared:5 - tmpfs usenet-guard rw\n"))
                .contains(PoolView.RSHARED);
    }

    @Test
    void a_private_copy_sees_none() throws IOException {
        assertThat(view("300 299 0:60 /root /pool ro,relatime - tmpfs usenet-guard rw\n"))
                .contains(PoolView.RPRIVATE);
    }

    @Test
    void the_place_in_the_container_does_not_matter() throws IOException {
        assertThat(view("300 299 0:60 /root /data ro,relatime - tmpfs usenet-guard rw\n"))
                .contains(PoolView.RPRIVATE);
    }

    @Test
    void a_folder_above_the_pool_is_judged_by_the_mount_that_the_pool_has_there() throws IOException {
        assertThat(view("""
                        300 299 254:0 / /host ro,relatime master:1 - ext4 /dev/vda rw
                        301 300 0:60 / /host/srv/pool ro,relatime - tmpfs usenet-guard rw
                        """)).contains(PoolView.RPRIVATE);
    }

    @Test
    void a_container_that_has_it_twice_sees_what_both_see() throws IOException {
        assertThat(view("""
                        300 299 0:60 /root /pool ro,relatime master:5 - tmpfs usenet-guard rw
                        301 299 0:60 /root /data ro,relatime - tmpfs usenet-guard rw
                        """)).contains(PoolView.RPRIVATE);
    }

    @Test
    void the_pool_counts_more_than_a_slot_that_is_bound_besides() throws IOException {
        assertThat(view("""
                        300 299 0:60 /root /pool ro,relatime master:5 - tmpfs usenet-guard rw
                        301 299 0:60 /root/films /films ro,relatime - tmpfs usenet-guard rw
                        """)).contains(PoolView.RSLAVE);
        assertThat(view("301 299 0:60 /root/films /films ro,relatime - tmpfs usenet-guard rw\n"))
                .contains(PoolView.RPRIVATE);
    }

    @Test
    void a_container_without_the_pool_is_not_spoken_of() throws IOException {
        assertThat(view("""
                        299 280 0:58 / / rw,relatime master:10 - overlay overlay rw
                        301 299 254:0 /var/lib/docker/containers/7a90/hosts /etc/hosts rw - ext4 /dev/vda rw
                        302 299 0:71 /root /x ro,relatime - tmpfs usenet-guard rw
                        303 299 0:64 / /dev tmpfs rw - tmpfs tmpfs rw
                        """)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/pool", "/srv/pool/root", "/srv/pool/root//deleted", "/srv/pool/root/films", "/srv"})
    void a_container_that_is_older_than_the_guard_holds_the_folder_below_it(String bound) throws IOException {
        assertThat(view("300 299 254:0 %s /pool rw,relatime master:1 - ext4 /dev/vda rw%n".formatted(bound)))
                .contains(PoolView.EARLIER);
    }

    @Test
    void a_container_that_is_older_than_a_guard_which_was_made_anew_holds_one_that_nobody_else_sees()
            throws IOException {
        assertThat(view("300 299 0:59 /root /pool ro,relatime master:4 - tmpfs usenet-guard rw\n"))
                .contains(PoolView.EARLIER);
    }

    @Test
    void on_a_pool_that_is_a_folder_of_the_systems_disk_other_folders_of_it_do_not_count() throws IOException {
        var folder = mount("66 27 254:0 /srv/pool /srv/pool rw,relatime shared:4 - ext4 /dev/vda rw");
        write("""
                301 299 254:0 /var/lib/docker/containers/7a90/hosts /etc/hosts rw - ext4 /dev/vda rw
                302 299 254:0 /srv/pool /pool rw,relatime master:4 - ext4 /dev/vda rw
                """);
        assertThat(new ContainerViews(proc).of(4121, List.of(folder), Path.of("/srv/pool")))
                .contains(PoolView.RSLAVE);
    }

    @Test
    void a_container_that_has_ended_is_not_spoken_of() {
        assertThat(new ContainerViews(proc).of(4121, HOST, ROOT)).isEmpty();
    }

    private Optional<PoolView> view(String mountinfo) throws IOException {
        write(mountinfo);
        return new ContainerViews(proc).of(4121, HOST, ROOT);
    }

    private void write(String mountinfo) throws IOException {
        Files.writeString(Files.createDirectories(proc.resolve("4121")).resolve("mountinfo"), mountinfo);
    }

    private static Mount mount(String line) {
        return Mount.parse(line).getFirst();
    }
}
