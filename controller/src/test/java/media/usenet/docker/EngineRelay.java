package media.usenet.docker;

import java.io.Closeable;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// A way to the real engine that can be cut, and opened again: the engine being restarted, for one test alone.
final class EngineRelay implements Closeable {

    private static final UnixDomainSocketAddress ENGINE = UnixDomainSocketAddress.of("/var/run/docker.sock");

    private final Path socket;
    private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocketChannel server;

    EngineRelay(Path socket) throws IOException {
        this.socket = socket;
        resume();
    }

    URI uri() {
        return URI.create("unix://" + socket);
    }

    void resume() throws IOException {
        var listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listening.bind(UnixDomainSocketAddress.of(socket));
        server = listening;
        Thread.startVirtualThread(() -> accept(listening));
    }

    void cut() throws IOException {
        if (server != null) {
            server.close();
        }
        Files.deleteIfExists(socket);
        for (var channel : open) {
            channel.close();
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void accept(ServerSocketChannel listening) {
        try {
            while (true) {
                var client = listening.accept();
                var engine = SocketChannel.open(ENGINE);
                open.add(client);
                open.add(engine);
                Thread.startVirtualThread(() -> copy(client, engine));
                Thread.startVirtualThread(() -> copy(engine, client));
            }
        } catch (IOException _) {
            // Cut.
        }
    }

    private static void copy(SocketChannel from, SocketChannel to) {
        var buffer = ByteBuffer.allocate(16384);
        try (from;
                to) {
            while (from.read(buffer.clear()) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
            }
        } catch (IOException _) {
            // Cut.
        }
    }
}
