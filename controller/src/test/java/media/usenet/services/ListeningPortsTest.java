package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import media.usenet.plan.TakenPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListeningPortsTest {

    private static final String HEAD =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
    private static final String REST = " 00000000:00000000 00:00000000 00000000     0        0 ";

    @TempDir
    private Path proc;

    @BeforeEach
    void record() throws IOException {
        write(
                "net/tcp",
                "   0: 0100007F:1F90 00000000:0000 0A" + REST + "101 1 0 100 0 0 10 0\n"
                        + "   1: 00000000:0050 00000000:0000 0A" + REST + "102 1 0 100 0 0 10 0\n"
                        + "   2: 0100007F:9C40 0100007F:1F90 01" + REST + "103 1 0 20 4 30 10 -1\n");
        write(
                "net/tcp6",
                "   0: 00000000000000000000000001000000:0277 00000000000000000000000000000000:0000 0A" + REST
                        + "104 1 0 100 0 0 10 0\n"
                        + "   1: 00000000000000000000000000000000:22B8 00000000000000000000000000000000:0000 0A" + REST
                        + "105 1 0 100 0 0 10 0\n"
                        + "   2: 0000000000000000FFFF00000100007F:2382 00000000000000000000000000000000:0000 0A" + REST
                        + "106 1 0 100 0 0 10 0\n");
        write("net/udp", "  10: 3500007F:0035 00000000:0000 07" + REST + "107 2 0 0\n");
        holder("812", "nginx", "102");
        holder("900", "adguard", "107");
    }

    @Test
    void every_listener_is_read_with_its_address_and_its_holder() {
        assertThat(new ListeningPorts(proc).takenByOthers(Set.of()))
                .containsExactlyInAnyOrder(
                        new TakenPort("127.0.0.1", 8080, "tcp", "another program"),
                        new TakenPort("0.0.0.0", 80, "tcp", "nginx (pid 812)"),
                        new TakenPort("::1", 631, "tcp", "another program"),
                        new TakenPort("0.0.0.0", 8888, "tcp", "another program"),
                        new TakenPort("127.0.0.1", 9090, "tcp", "another program"),
                        new TakenPort("127.0.0.53", 53, "udp", "adguard (pid 900)"));
    }

    @Test
    void ports_of_the_stack_itself_are_not_taken_but_those_of_the_other_protocol_are() {
        assertThat(new ListeningPorts(proc).takenByOthers(Set.of("tcp/8080", "tcp/53")))
                .extracting(TakenPort::port)
                .containsExactlyInAnyOrder(80, 631, 8888, 9090, 53);
    }

    @Test
    void a_kernel_without_ipv6_has_fewer_tables() throws Exception {
        Files.delete(proc.resolve("net/tcp6"));
        assertThat(new ListeningPorts(proc).takenByOthers(Set.of())).hasSize(3);
    }

    private void write(String table, String lines) throws IOException {
        Files.createDirectories(proc.resolve("net"));
        Files.writeString(proc.resolve(table), HEAD + lines);
    }

    private void holder(String pid, String name, String inode) throws IOException {
        var fd = Files.createDirectories(proc.resolve(pid).resolve("fd"));
        Files.writeString(proc.resolve(pid).resolve("comm"), name + "\n");
        Files.createSymbolicLink(fd.resolve("0"), Path.of("/dev/null"));
        Files.createSymbolicLink(fd.resolve("3"), Path.of("socket:[" + inode + "]"));
    }
}
