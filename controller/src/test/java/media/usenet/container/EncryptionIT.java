package media.usenet.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films that FFmpeg encrypts, and Matroska files that claim it.
final class EncryptionIT {

    private static final String KEY = "00112233445566778899aabbccddeeff";

    @TempDir
    Path folder;

    @Test
    void common_encryption_is_told_from_a_plain_film() throws Exception {
        assertThat(of(film("plain.mp4"))).isEmpty();
        var locked = film(
                "locked.mp4", "-encryption_scheme", "cenc-aes-ctr", "-encryption_key", KEY, "-encryption_kid", KEY);
        assertThat(of(locked)).contains("encv");
    }

    @Test
    void content_encryption_is_told_from_compression() throws Exception {
        assertThat(of(film("plain.mkv"))).isEmpty();
        assertThat(of(matroska(1))).contains("ContentEncryption");
        assertThat(of(matroska(0))).isEmpty();
    }

    private Path matroska(int encoding) throws IOException {
        var type = new byte[] {0x50, 0x33, (byte) 0x81, (byte) encoding};
        var encodings = element(new byte[] {0x6d, (byte) 0x80}, element(new byte[] {0x62, 0x40}, type));
        var tracks = element(new byte[] {0x16, 0x54, (byte) 0xae, 0x6b}, element(new byte[] {(byte) 0xae}, encodings));
        var file = folder.resolve("encoded-%d.mkv".formatted(encoding));
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.write(element(new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3}, new byte[0]));
            open.write(element(new byte[] {0x18, 0x53, (byte) 0x80, 0x67}, tracks));
        }
        return file;
    }

    private static byte[] element(byte[] id, byte[] body) {
        var element = new byte[id.length + 1 + body.length];
        System.arraycopy(id, 0, element, 0, id.length);
        element[id.length] = (byte) (0x80 | body.length);
        System.arraycopy(body, 0, element, id.length + 1, body.length);
        return element;
    }

    private Optional<String> of(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            return Encryption.of(channel);
        }
    }

    private Path film(String name, String... more) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/ffmpeg")), "skipped, needs ffmpeg");
        var file = folder.resolve(name);
        var argv =
                new ArrayList<>(List.of("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc=duration=1:size=64x64"));
        argv.addAll(List.of("-c:v", "mpeg4"));
        argv.addAll(List.of(more));
        argv.add(file.toString());
        assertThat(new ProcessBuilder(argv).inheritIO().start().waitFor()).isZero();
        return file;
    }
}
