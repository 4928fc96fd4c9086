package media.usenet.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import media.usenet.digest.Sha256;

/// What a file, or a folder of files, holds: its size and hash.
///
/// @param sha256 of a folder: that of its list of `SHA256  NAME` lines in the order of names
public record Content(boolean folder, long bytes, String sha256) {

    /// Reads all of it. An interrupt ends it with a `ClosedByInterruptException`.
    public static Content of(Path path) throws IOException {
        if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            return new Content(false, Files.size(path), Sha256.of(path));
        }
        var all = Sha256.digest();
        long bytes = 0;
        for (var file : files(path)) {
            bytes += Files.size(file);
            all.update(
                    "%s  %s\n".formatted(Sha256.of(file), path.relativize(file)).getBytes(StandardCharsets.UTF_8));
        }
        return new Content(true, bytes, HexFormat.of().formatHex(all.digest()));
    }

    /// @return empty where nothing is
    static Optional<Content> find(Path path) throws IOException {
        try {
            return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Optional.of(of(path)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /// Puts all of it on the device, with the names in it; fsync(2).
    static void sync(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (var below = Files.walk(path)) {
                for (var each : below.toList()) {
                    force(each);
                }
            }
        } else {
            force(path);
        }
    }

    /// Also of a folder: that puts its names on the device.
    static void force(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var below = Files.walk(folder)) {
            return below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .sorted()
                    .toList();
        }
    }
}
