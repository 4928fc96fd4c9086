package media.usenet.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.plan.TakenPort;

/// Which ports of this machine are listened on, and by whom, as `/proc` tells it.
final class ListeningPorts {

    private static final String TCP_LISTEN = "0A";
    private static final String UDP_BOUND = "07";

    private final Path proc;

    /// @param proc `/proc` on a real host
    ListeningPorts(Path proc) {
        this.proc = proc;
    }

    /// @param own ports that are the stack's own, as `tcp/8096`: they are not taken
    List<TakenPort> takenByOthers(Set<String> own) {
        var sockets = new ArrayList<Socket>();
        sockets.addAll(read("net/tcp", "tcp", TCP_LISTEN));
        sockets.addAll(read("net/tcp6", "tcp", TCP_LISTEN));
        sockets.addAll(read("net/udp", "udp", UDP_BOUND));
        sockets.addAll(read("net/udp6", "udp", UDP_BOUND));
        sockets.removeIf(socket -> own.contains(socket.protocol() + "/" + socket.port()));
        var holders = holders(sockets);
        return sockets.stream()
                .map(socket -> new TakenPort(
                        socket.address(),
                        socket.port(),
                        socket.protocol(),
                        holders.getOrDefault(socket.inode(), "another program")))
                .distinct()
                .toList();
    }

    record Socket(String address, int port, String protocol, String inode) {}

    private List<Socket> read(String table, String protocol, String state) {
        var file = proc.resolve(table);
        try {
            return Files.isReadable(file) ? parse(Files.readString(file), protocol, state) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lines of `/proc/net/tcp` and its kin (proc(5)): the address is hexadecimal, each four bytes in host order.
    static List<Socket> parse(String table, String protocol, String state) {
        return table.lines()
                .skip(1)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields.length > 9 && fields[3].equals(state))
                .map(fields -> {
                    var local = fields[1].split(":", 2);
                    return new Socket(address(local[0]), Integer.parseInt(local[1], 16), protocol, fields[9]);
                })
                .toList();
    }

    private static String address(String hex) {
        var words = HexFormat.of().parseHex(hex);
        var bytes = new byte[words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[i] = words[i / 4 * 4 + 3 - i % 4];
        }
        try {
            var address = InetAddress.getByAddress(bytes);
            return address.isAnyLocalAddress() ? "0.0.0.0" : shortened(address.getHostAddress());
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + hex, e);
        }
    }

    /// `::1`, as people write it, for `0:0:0:0:0:0:0:1`.
    private static String shortened(String address) {
        return address.replaceFirst("(^|:)(0(:|$)){2,}", "::");
    }

    /// The program of each socket, as far as this user may look: other users' sockets show themselves to root alone.
    private Map<String, String> holders(List<Socket> sockets) {
        var wanted = new HashMap<String, String>();
        sockets.forEach(socket -> wanted.put("socket:[" + socket.inode() + "]", socket.inode()));
        var holders = new HashMap<String, String>();
        try (var processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            for (var process : processes) {
                links(process.resolve("fd")).stream()
                        .filter(wanted::containsKey)
                        .forEach(link -> holders.put(String.valueOf(wanted.get(link)), name(process)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return holders;
    }

    private static List<String> links(Path folder) {
        var links = new ArrayList<String>();
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(folder)) {
            descriptors.forEach(descriptor -> links.addAll(link(descriptor)));
        } catch (IOException | DirectoryIteratorException _) {
            // The process has ended, or belongs to someone else.
        }
        return links;
    }

    private static List<String> link(Path descriptor) {
        try {
            return List.of(Files.readSymbolicLink(descriptor).toString());
        } catch (IOException _) {
            // It was closed since it was listed; the others still count.
            return List.of();
        }
    }

    private static String name(Path process) {
        try {
            return "%s (pid %s)"
                    .formatted(Files.readString(process.resolve("comm")).strip(), process.getFileName());
        } catch (IOException _) {
            return "pid " + process.getFileName();
        }
    }
}
