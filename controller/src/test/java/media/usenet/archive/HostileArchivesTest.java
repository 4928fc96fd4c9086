package media.usenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Archives of a kind that no program writes, byte by byte: none of them puts anything anywhere.
class HostileArchivesTest {

    private static final int BLOCK = 512;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void aFolderToUnpackInto() throws IOException {
        out = Files.createDirectories(folder.resolve("a/b/out"));
    }

    private static Stream<Named<byte[]>> hostile() {
        return Stream.of(
                row("a name that a PAX header replaces", pax('x', "path=../../evil"), file("harmless")),
                row("a name for all entries to come", pax('g', "path=../../evil"), file("harmless")),
                row("a link target that a PAX header replaces", pax('x', "linkpath=/etc"), entry("l", '2', "x", 0)),
                row("a long name of GNU's that leaves", gnuLong('L', "../".repeat(60) + "evil"), file("harmless")),
                row("a long link of GNU's that leaves", gnuLong('K', "/etc/passwd"), entry("l", '2', "x", 0)),
                row("a size in a PAX header that is negative", pax('x', "size=-1"), file("harmless")),
                row("a size in a PAX header that is no number", pax('x', "size=1e9"), file("harmless")),
                row("a size that is negative", negative(file("harmless"))),
                row("a size of eight exabytes", pax('x', "size=9223372036854775807"), file("harmless")),
                row("a hard link to a link", entry("l", '2', "x", 0), entry("h", '1', "l", 0)),
                row("a link out by way of a link", entry("l", '2', "d", 0), entry("l/m", '2', "../..", 0)),
                row("a file through a link to a parent", entry("l", '2', "..", 0), file("l/evil")),
                row("a file through a link to itself", entry("l", '2', ".", 0), file("l/l/l/evil")),
                row("a folder that becomes a link", entry("d/", '5', "", 0), entry("d", '2', "..", 0), file("d/e")),
                row("a file that is a folder later", file("f"), file("f/evil")),
                row("the same name, composed and decomposed", file("caf\u00e9"), file("cafe\u0301")),
                row("a character device", entry("null", '3', "", 0)),
                row("a block device", entry("sda", '4', "", 0)),
                row("a pipe", entry("pipe", '6', "", 0)),
                row("a file of a sparse kind", entry("sparse", 'S', "", 0)),
                row("a volume's label", entry("../../label", 'V', "", 0)),
                row("a multi-volume part", entry("part", 'M', "", 0)),
                row("an unknown kind", entry("odd", 'Z', "", 0)),
                row("dots of full width", file("\uff0e\uff0e/evil")),
                row("a slash of full width", file("..\uff0fevil")),
                row("a division slash", file("..\u2215..\u2215evil")),
                row("dots in another order of reading", file("\u202e../evil")),
                row("dots and a space", file(".. /evil")),
                row("escaped dots", file("%2e%2e%2fevil")),
                row("escaped twice", file("%252e%252e%252fevil")),
                row("a drive of Windows", file("C:evil")),
                row("a share of Windows", file("\\\\host\\share\\evil")),
                row("two slashes", file("//etc/evil")),
                row("a home", file("~/evil")),
                row("a bell", file("evil\u0007")),
                row("a new line", file("evil\nname")),
                row("an escape of a terminal", file("\u001b[2Jevil")),
                row("a name of 300 bytes", gnuLong('L', "x".repeat(300)), file("harmless")),
                row("a name of 5000 bytes", gnuLong('L', "x/".repeat(2500) + "x"), file("harmless")),
                row("1000 folders deep", gnuLong('L', "d/".repeat(1000) + "x"), file("harmless")),
                row("the name of the folder itself", entry(".", '2', "/etc", 0)),
                row("an empty name", entry("", '0', "", 0)),
                row("set-user-id", mode(file("suid"), "0004755")),
                row("set-group-id", mode(file("sgid"), "0002755")),
                row("a wrong checksum", broken(file("harmless"))));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothing_of_it_becomes_a_file(byte[] entries) throws IOException {
        var archive = archive(join(file("config.xml"), entries));
        var before = tree();
        assertThatThrownBy(() -> new ArchiveFile(archive, Optional.empty()).extract(out, _ -> true, _ -> {}))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isIn(Problem.BACKUP_UNSAFE, Problem.BACKUP_DAMAGED);
                    assertThat(e.flaws()).isNotEmpty();
                });
        assertThat(tree()).isEqualTo(before);
    }

    @Test
    void an_archive_like_these_but_harmless_is_unpacked() throws IOException {
        var archive = archive(join(
                file("config.xml"),
                gnuLong('L', "x".repeat(200)),
                file("short"),
                pax('x', "path=plugins/\u00fc"),
                file("u"),
                entry("l", '2', "config.xml", 0)));
        new ArchiveFile(archive, Optional.empty()).extract(out, _ -> true, _ -> {});
        assertThat(out.resolve("plugins/\u00fc")).exists();
        assertThat(out.resolve("l")).isSymbolicLink();
    }

    /// The library takes the slash away, as `tar` does.
    @Test
    void an_absolute_name_in_a_pax_header_stays_in_the_folder() throws IOException {
        var archive = archive(join(pax('x', "path=/tmp/evil-usenet"), file("harmless")));
        new ArchiveFile(archive, Optional.empty()).extract(out, _ -> true, _ -> {});
        assertThat(out.resolve("tmp/evil-usenet")).exists();
        assertThat(Path.of("/tmp/evil-usenet")).doesNotExist();
    }

    /// 3 GB of nothing in 100 kB: told from a backup by how far it is blown up, long before it is through.
    @Test
    void a_bomb_is_not_read_to_its_end() throws IOException {
        var file = folder.resolve("bomb.tar.zst");
        try (var zstd = new ZstdOutputStream(Files.newOutputStream(file))) {
            long size = 3L << 30;
            zstd.write(sized(entry("zeros", '0', "", 0), size));
            var zeros = new byte[1 << 20];
            for (long at = 0; at < size; at += zeros.length) {
                zstd.write(zeros);
            }
            zstd.write(new byte[2 * BLOCK]);
        }
        var flaws = new ArchiveFile(file, Optional.empty()).check(_ -> {});
        assertThat(flaws).singleElement().asString().contains("grows to more than it may");
    }

    @Test
    void what_has_no_room_here_is_not_begun() throws IOException {
        assertThatThrownBy(() -> Room.require(out, Long.MAX_VALUE / 2))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_WRITTEN);
                    assertThat(e.detail()).contains("free");
                });
    }

    private List<String> tree() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    private Path archive(byte[] entries) throws IOException {
        var file = folder.resolve("made.tar.zst");
        try (var zstd = new ZstdOutputStream(Files.newOutputStream(file))) {
            zstd.write(entries);
            zstd.write(new byte[2 * BLOCK]);
        }
        return file;
    }

    private static Named<byte[]> row(String name, byte[]... parts) {
        return Named.of(name, join(parts));
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] file(String name) {
        return entry(name, '0', "", 0);
    }

    private static byte[] pax(char kind, String record) {
        int length = record.getBytes(StandardCharsets.UTF_8).length + 2;
        while (String.valueOf(length).length() + record.getBytes(StandardCharsets.UTF_8).length + 2 != length) {
            length++;
        }
        return withContent(kind, "PaxHeaders/x", "%d %s\n".formatted(length, record));
    }

    private static byte[] gnuLong(char kind, String name) {
        return withContent(kind, "././@LongLink", name + "\0");
    }

    private static byte[] withContent(char kind, String name, String content) {
        var bytes = content.getBytes(StandardCharsets.UTF_8);
        return join(
                entry(name, kind, "", bytes.length), Arrays.copyOf(bytes, (bytes.length + BLOCK - 1) / BLOCK * BLOCK));
    }

    private static byte[] entry(String name, char kind, String target, long size) {
        var header = new byte[BLOCK];
        put(header, 0, name);
        put(header, 100, "0000644");
        put(header, 108, "0001750");
        put(header, 116, "0001750");
        put(header, 124, "%011o".formatted(size));
        put(header, 136, "%011o".formatted(1_700_000_000L));
        header[156] = (byte) kind;
        put(header, 157, target);
        put(header, 257, "ustar\00000");
        return summed(header);
    }

    private static void put(byte[] header, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, Math.min(bytes.length, 100));
    }

    private static byte[] summed(byte[] header) {
        Arrays.fill(header, 148, 156, (byte) ' ');
        int sum = 0;
        for (var one : header) {
            sum += one & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static byte[] mode(byte[] header, String mode) {
        put(header, 100, mode);
        return summed(header);
    }

    private static byte[] sized(byte[] header, long size) {
        put(header, 124, "%011o".formatted(size));
        return summed(header);
    }

    /// As GNU's tar writes numbers that eight digits do not hold.
    private static byte[] negative(byte[] header) {
        Arrays.fill(header, 124, 136, (byte) 0xff);
        return summed(header);
    }

    private static byte[] broken(byte[] header) {
        header[0] ^= 1;
        return header;
    }
}
