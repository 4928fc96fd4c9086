package media.usenet.superblock;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;

/// Sparse images that the real programs fill, as an ordinary user can.
final class Images {

    private static final int COMMAND_NOT_FOUND = 127;
    private static final long MIB = 1024 * 1024;

    private final Path folder;

    Images(Path folder) {
        this.folder = folder;
    }

    Path blank(long bytes) throws IOException {
        var image = Files.createTempFile(folder, "drive", ".img");
        truncate(image, bytes);
        return image;
    }

    /// @param commandLine for a shell, with `$IMAGE` for the image
    Path make(long mebibytes, String commandLine) throws IOException {
        var image = blank(mebibytes * MIB);
        run(image, commandLine);
        return image;
    }

    /// Skips the test aloud where the program is not installed.
    static String run(Path image, String commandLine) {
        // People who are not root seldom have the folders of mkfs in their path.
        var shell = Command.of(Duration.ofSeconds(60), "sh", "-c", "PATH=$PATH:/usr/sbin:/sbin; " + commandLine)
                .with("IMAGE", image.toString());
        var outcome = (Outcome.Exited) new HostProcessRunner().run(shell);
        assumeTrue(outcome.code() != COMMAND_NOT_FOUND, "skipped, a program is missing: " + outcome.stderr());
        assertThat(outcome.code()).as("%s: %s", commandLine, outcome.stderr()).isZero();
        return outcome.stdout();
    }

    /// What blkid says about it in udev's words: `ID_FS_TYPE`, `ID_PART_TABLE_TYPE` and more; nothing where it sees
    /// nothing.
    static Map<String, String> blkid(Path image) {
        return run(image, "blkid -p -o udev $IMAGE || [ $? = 2 ]")
                .lines()
                .map(line -> line.split("=", 2))
                .collect(toMap(pair -> pair[0], pair -> unescaped(pair[1])));
    }

    /// `\x20` for a blank and the like.
    private static String unescaped(String text) {
        return Pattern.compile("\\\\x(\\p{XDigit}{2})")
                .matcher(text)
                .replaceAll(found -> Character.toString(Integer.parseInt(found.group(1), 16)));
    }

    static void truncate(Path image, long bytes) throws IOException {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    static void poke(Path image, long position, int... bytes) throws IOException {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(position);
            for (var each : bytes) {
                file.write(each);
            }
        }
    }
}
