package media.usenet.uploads;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A ClamAV daemon, to which files are sent through its socket (clamd(8), INSTREAM). One that does not answer
/// passes nothing.
final class ClamAv {

    private static final int CHUNK = 64 << 10;

    private final SocketAddress address;
    private final long most;

    /// @param address the path of a socket, or `host:port`
    /// @param most how many bytes of a file are sent: the daemon hangs up at its `StreamMaxLength`
    ClamAv(String address, long most) {
        this.address = address(address);
        this.most = most;
    }

    private static SocketAddress address(String text) {
        if (text.startsWith("/")) {
            return UnixDomainSocketAddress.of(text);
        }
        var colon = text.lastIndexOf(':');
        return new InetSocketAddress(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    /// What was found in the file, or why it could not be looked at; empty when it is clean.
    Optional<String> infection(Path file) {
        try {
            var answer = ask(file);
            return answer.endsWith("OK") ? Optional.empty() : Optional.of("the virus scanner says: " + answer);
        } catch (IOException e) {
            return Optional.of("the virus scanner at %s does not answer: %s".formatted(address, e.getMessage()));
        }
    }

    private String ask(Path file) throws IOException {
        try (var daemon = open();
                var in = Files.newInputStream(file)) {
            var out = new DataOutputStream(Channels.newOutputStream(daemon));
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            send(in, out);
            var answer = Channels.newInputStream(daemon).readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).replace("\0", "").strip();
        }
    }

    private SocketChannel open() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? connected(SocketChannel.open(StandardProtocolFamily.UNIX))
                : connected(SocketChannel.open());
    }

    private SocketChannel connected(SocketChannel channel) throws IOException {
        try {
            channel.connect(address);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private void send(InputStream in, DataOutputStream out) throws IOException {
        var left = most;
        for (var chunk = in.readNBytes(CHUNK); chunk.length > 0 && left > 0; chunk = in.readNBytes(CHUNK)) {
            var count = (int) Math.min(chunk.length, left);
            out.writeInt(count);
            out.write(chunk, 0, count);
            left -= count;
        }
        out.writeInt(0);
    }
}
