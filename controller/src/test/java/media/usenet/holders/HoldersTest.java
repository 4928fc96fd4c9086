package media.usenet.holders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import media.usenet.holders.Holders.Unseen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldersTest {

    private static final String HOST = """
            27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
            40 27 8:17 / /srv/pool/root/films rw,relatime shared:5 - ext4 /dev/sdb1 rw
            41 27 8:33 / /srv/pool/root/travel rw,relatime shared:6 - exfat /dev/sdc1 rw
            """;
    private static final String CONTAINER = """
            90 80 0:58 / / rw,relatime - overlay overlay rw
            95 90 0:60 /root /pool ro,relatime master:5 - tmpfs tmpfs rw
            96 95 8:17 / /pool/films rw,relatime master:5 - ext4 /dev/sdb1 rw
            """;
    private static final String ID = "7a90ed745bce3df6e8d42c878ba07dfe4b0689108f66ace1a91dc4b9e1279977";
    private static final String READS = "0100000";
    private static final String WRITES = "0102001";
    private static final String READS_AND_WRITES = "0100002";

    @TempDir
    private Path proc;

    @AfterEach
    void without_links_to_this_machine() throws IOException {
        try (var files = Files.walk(proc)) {
            for (var link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }

    @Test
    void a_file_that_is_open_names_its_process_its_path_and_whether_it_writes() throws IOException {
        host(990, "rsync").open(3, 40, WRITES, "/srv/pool/root/films/downloads/complete/.sintel.mkv.x1");
        host(991, "cat").open(3, 40, READS, "/srv/pool/root/films/media/Sintel (2010)/Sintel.mkv");
        host(992, "sqlite3").open(3, 40, READS_AND_WRITES, "/srv/pool/root/films/a.db");
        assertThat(holders())
                .containsExactly(
                        new Holder(990, "rsync", null, List.of("downloads/complete/.sintel.mkv.x1"), true),
                        new Holder(991, "cat", null, List.of("media/Sintel (2010)/Sintel.mkv"), false),
                        new Holder(992, "sqlite3", null, List.of("a.db"), true));
    }

    @Test
    void a_process_in_a_container_is_named_with_it() throws IOException {
        host(1, "init");
        container(4121, "jellyfin").open(7, 96, READS, "/pool/films/media/a.mkv");
        assertThat(holders()).containsExactly(new Holder(4121, "jellyfin", ID, List.of("media/a.mkv"), false));
    }

    @Test
    void other_drives_other_files_and_idle_processes_are_left_out() throws IOException {
        host(990, "bash")
                .open(0, 24, READS_AND_WRITES, "/dev/pts/0")
                .open(3, 41, WRITES, "/srv/pool/root/travel/films/a.mkv")
                .open(4, 15, READS_AND_WRITES, "socket:[4711]");
        container(4121, "jellyfin").link("cwd", "/pool");
        assertThat(holders()).isEmpty();
    }

    @Test
    void who_only_works_in_a_folder_holds_it_too() throws IOException {
        host(990, "bash").link("cwd", "/srv/pool/root/films/media");
        host(991, "bash").link("cwd", "/srv/pool/root/films");
        assertThat(holders())
                .containsExactly(
                        new Holder(990, "bash", null, List.of("media"), false),
                        new Holder(991, "bash", null, List.of("."), false));
    }

    @Test
    void so_does_who_runs_from_it_or_has_it_as_its_root() throws IOException {
        host(990, "player").link("exe", "/srv/pool/root/films/bin/player (deleted)");
        host(1, "init");
        host(991, "jailed").link("root", "/srv/pool/root/films/jail");
        assertThat(holders())
                .containsExactly(
                        new Holder(990, "player", null, List.of("bin/player (deleted)"), false),
                        new Holder(991, "jailed", null, List.of("jail"), false));
    }

    @Test
    void a_file_that_is_only_mapped_is_held() throws IOException {
        host(990, "indexer").put("maps", """
                55d0c0a00000-55d0c0a28000 r--p 00000000 fe:00 1311 /usr/bin/indexer
                7f1c2c000000-7f1c2c021000 rw-s 00000000 08:11 12                         /srv/pool/root/films/my index (deleted)
                7f1c2d000000-7f1c2d021000 r--p 00000000 08:21 13                         /srv/pool/root/travel/x
                7f1c2e000000-7f1c2e021000 rw-p 00000000 00:00 0
                7ffd1a000000-7ffd1a021000 rw-p 00000000 00:00 0                          [stack]
                """);
        host(991, "reader")
                .put("maps", "7f1c2c000000-7f1c2c021000 rw-p 00000000 08:11 12   /srv/pool/root/films/book\n");
        assertThat(holders())
                .containsExactly(
                        new Holder(990, "indexer", null, List.of("my index (deleted)"), true),
                        new Holder(991, "reader", null, List.of("book"), false));
    }

    @Test
    void the_path_is_that_on_the_drive_where_a_folder_of_it_is_bound() throws IOException {
        container(4121, "radarr")
                .space("mnt:[4026532900]")
                .put("mountinfo", "97 90 8:17 /media/movies /movies rw master:5 - ext4 /dev/sdb1 rw\n")
                .open(7, 97, READS, "/movies/a.mkv")
                .open(8, 97, READS, "/movies");
        assertThat(holders().getFirst().paths()).containsExactly("media/movies", "media/movies/a.mkv");
    }

    @Test
    void a_path_of_no_known_shape_is_told_as_it_is() throws IOException {
        host(990, "rsync").open(3, 40, READS, "/elsewhere/a.mkv");
        assertThat(holders().getFirst().paths()).containsExactly("elsewhere/a.mkv");
    }

    @Test
    void a_file_of_another_name_space_is_found_by_its_mount() throws IOException {
        container(4121, "jellyfin");
        host(990, "containerd").open(9, 96, READS, "/pool/films/a.mkv");
        assertThat(holders()).containsExactly(new Holder(990, "containerd", null, List.of("a.mkv"), false));
    }

    @Test
    void a_process_with_a_changed_root_does_not_hide_what_its_name_space_has() throws IOException {
        host(5, "jailed").link("root", "/jail").put("mountinfo", "28 27 254:0 /jail / rw - ext4 /dev/vda rw\n");
        host(990, "bash").link("cwd", "/srv/pool/root/films/media");
        assertThat(holders()).extracting(Holder::pid).containsExactly(990);
    }

    @Test
    void processes_that_have_ended_are_passed_over() throws IOException {
        host(989, "zombie")
                .without("mountinfo")
                .without("ns/mnt")
                .without("cwd")
                .without("root")
                .without("exe");
        host(990, "going").open(3, 40, READS, "/srv/pool/root/films/a").without("comm");
        host(991, "gone").open(3, 40, READS, "/srv/pool/root/films/a").without("fd/3");
        host(992, "cat").open(3, 40, READS, "/srv/pool/root/films/a");
        Files.createDirectories(proc.resolve("993"));
        Files.createDirectories(proc.resolve("sys"));
        assertThat(holders()).extracting(Holder::pid).containsExactly(992);
    }

    @Test
    void what_may_not_be_read_is_not_taken_for_nothing() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "skipped, root may read everything");
        host(990, "rsync");
        Files.setPosixFilePermissions(proc.resolve("990/fd"), PosixFilePermissions.fromString("---------"));
        host(991, "cat").open(3, 40, READS, "/srv/pool/root/films/a");
        var found = new Holders(proc).of("8:17");
        assertThat(found.holders()).extracting(Holder::pid).containsExactly(991);
        assertThat(found.unseen()).containsExactly(new Unseen(990, "rsync"));
    }

    private List<Holder> holders() {
        return new Holders(proc).of("8:17").holders();
    }

    private ProcTree host(int pid, String program) throws IOException {
        return new ProcTree(proc, pid, program).put("mountinfo", HOST);
    }

    private ProcTree container(int pid, String program) throws IOException {
        return new ProcTree(proc, pid, program)
                .space("mnt:[4026532182]")
                .put("cgroup", "0::/docker/" + ID + "\n")
                .put("mountinfo", CONTAINER);
    }
}
