package media.usenet.uploads;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A daemon that speaks clamd's INSTREAM, and finds a virus wherever the word stands.
final class FakeClamd implements AutoCloseable {

    private final ServerSocketChannel socket;

    FakeClamd(Path path) throws IOException {
        socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        socket.bind(UnixDomainSocketAddress.of(path));
        Thread.startVirtualThread(this::serve);
    }

    private void serve() {
        while (socket.isOpen()) {
            try (var client = socket.accept()) {
                answer(client);
            } catch (IOException e) {
                if (socket.isOpen()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private static void answer(SocketChannel client) throws IOException {
        var in = new DataInputStream(Channels.newInputStream(client));
        if (!new String(in.readNBytes(10), StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
            throw new IOException("not INSTREAM");
        }
        var all = new ByteArrayOutputStream();
        for (var length = in.readInt(); length > 0; length = in.readInt()) {
            all.write(in.readNBytes(length));
        }
        var infected = all.toString(StandardCharsets.ISO_8859_1).contains("VIRUS");
        var answer = infected ? "stream: Test.Virus FOUND\0" : "stream: OK\0";
        client.write(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
