package media.usenet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.HostFacts;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchiveFileTest {

    private static final HostFacts HOST = new HostFacts("box", "Debian", "6.1", "x86_64", 4, 8L << 30, "");

    @TempDir
    private Path folder;

    @Test
    void whatWasPackedIsFoundAgainByteForByte() throws IOException {
        var file = packed(Optional.empty());
        var archive = new ArchiveFile(file, Optional.empty());
        assertThat(archive.check(_ -> {})).isEmpty();
        archive.extract(folder.resolve("out"), _ -> true, _ -> {});
        assertThat(folder.resolve("out/apps/sonarr/config.xml")).hasContent("<Config/>");
        assertThat(Files.readSymbolicLink(folder.resolve("out/apps/sonarr/link")))
                .isEqualTo(Path.of("config.xml"));
        assertThat(archive.manifest())
                .hasValueSatisfying(manifest -> assertThat(manifest.files()).isEqualTo(2));
    }

    @Test
    void onlyWhatIsWantedIsUnpacked() throws IOException {
        new ArchiveFile(packed(Optional.empty()), Optional.empty())
                .extract(folder.resolve("out"), path -> path.endsWith("config.xml"), _ -> {});
        try (var files = Files.walk(folder.resolve("out"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void anEncryptedArchiveOpensWithItsKeyAndNoOther() throws IOException {
        var key = AgeKey.ensure(folder.resolve("key.txt"));
        var file = packed(Optional.of(key));
        assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/v1\n");
        assertThat(new ArchiveFile(file, Optional.of(AgeKey.read(key.file()))).check(_ -> {}))
                .isEmpty();
        assertThat(problem(() -> new ArchiveFile(file, Optional.of(AgeKey.ensure(folder.resolve("other")))).manifest()))
                .isEqualTo(Problem.BACKUP_LOCKED);
        assertThat(problem(() -> new ArchiveFile(file, Optional.empty()).manifest()))
                .isEqualTo(Problem.BACKUP_LOCKED);
    }

    @Test
    void aKeyFileIsForItsOwnerAlone() throws IOException {
        var key = AgeKey.ensure(folder.resolve("key.txt"));
        assertThat(java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(key.file())))
                .isEqualTo("rw-------");
        assertThat(key.toString()).startsWith("age1");
    }

    @Test
    void aChangedByteIsNoticedOrChangesNothing() throws IOException {
        var file = packed(Optional.empty());
        var whole = Files.readAllBytes(file);
        var manifest = new ArchiveFile(file, Optional.empty()).manifest();
        int noticed = 0;
        for (int at = 0; at < whole.length; at++) {
            var bytes = whole.clone();
            bytes[at] ^= 0x20;
            Files.write(file, bytes);
            boolean flawed = flawed(file);
            // Some bits of zstd's headers mean nothing: all files are compared, and here the manifest is too.
            assertThat(flawed
                            || new ArchiveFile(file, Optional.empty())
                                    .manifest()
                                    .equals(manifest))
                    .as("byte " + at)
                    .isTrue();
            noticed += flawed ? 1 : 0;
        }
        assertThat(noticed).isGreaterThan(whole.length * 95 / 100);
    }

    @Test
    void anArchiveThatEndsEarlyIsNoticed() throws IOException {
        var file = packed(Optional.empty());
        var whole = Files.readAllBytes(file);
        for (int length = 1; length < whole.length; length++) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertThat(flawed(file)).as("first " + length).isTrue();
        }
    }

    private static boolean flawed(Path file) {
        try {
            var archive = new ArchiveFile(file, Optional.empty());
            return !archive.check(_ -> {}).isEmpty() || archive.manifest().isEmpty();
        } catch (ProblemException e) {
            return e.problem() == Problem.BACKUP_DAMAGED || e.problem() == Problem.BACKUP_TOO_NEW;
        }
    }

    static Stream<TarArchiveEntry> hostile() {
        return Stream.of(
                named("../evil"),
                named("a/../../evil"),
                named("./././../evil"),
                named("a/..\u0001"),
                named("a\\..\\evil"),
                named("..\uff0fevil"),
                named("%2e%2e/evil"),
                named("C:/evil"),
                named("~root/.ssh/authorized_keys"),
                named("a/.. /evil"),
                absolute("/etc/cron.d/evil"),
                link("link", "/etc"),
                link("link", "../../etc"),
                link("a/b/link", "../../../etc"),
                kind("hard", TarConstants.LF_LINK, "/etc/passwd"),
                kind("hard", TarConstants.LF_LINK, "config.xml"),
                kind("pipe", TarConstants.LF_FIFO, ""),
                kind("disk", TarConstants.LF_BLK, ""),
                kind("tty", TarConstants.LF_CHR, ""),
                mode("suid", 04755),
                mode("sgid", 02755),
                old("ancient"));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anEntryThatMayNotBecomeAFileKeepsAllFromBeingUnpacked(TarArchiveEntry entry) throws IOException {
        var file = archive(List.of(named("config.xml"), entry));
        var out = folder.resolve("out");
        assertThatThrownBy(() -> new ArchiveFile(file, Optional.empty()).extract(out, _ -> true, _ -> {}))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.BACKUP_UNSAFE);
                    assertThat(e.flaws()).hasSize(1);
                });
        assertThat(out).doesNotExist();
    }

    @Test
    void everyRefusedEntryIsNamed() throws IOException {
        var file = archive(hostile().toList());
        var flaws = new ArchiveFile(file, Optional.empty()).check(_ -> {});
        assertThat(flaws).hasSize((int) hostile().count());
    }

    @Test
    void anEntryTwiceOrBehindALinkIsRefused() throws IOException {
        var twice = archive(List.of(named("a"), named("a")));
        assertThat(new ArchiveFile(twice, Optional.empty()).check(_ -> {})).hasSize(1);
        var behind = archive(List.of(link("a", "b"), named("a/c")));
        assertThat(new ArchiveFile(behind, Optional.empty()).check(_ -> {})).hasSize(1);
        var instead = archive(List.of(named("a/c"), link("a", "b")));
        assertThat(new ArchiveFile(instead, Optional.empty()).check(_ -> {})).hasSize(1);
    }

    @Test
    void anArchiveOfEndlessEntriesIsNotReadToItsEnd() throws IOException {
        var file = folder.resolve("bomb.tar.zst");
        try (var tar = tar(file)) {
            for (int at = 0; at < 250_000; at++) {
                tar.putArchiveEntry(named("d/" + at));
                tar.closeArchiveEntry();
            }
        }
        var flaws = new ArchiveFile(file, Optional.empty()).check(_ -> {});
        assertThat(flaws).hasSize(1).first().asString().contains("more than 200000 entries");
    }

    @Test
    void whatTheManifestDoesNotNameIsRefusedEvenAtTheEnd() throws IOException {
        var tree = Files.createDirectories(folder.resolve("tree"));
        Files.writeString(tree.resolve("a"), "a");
        var manifest = manifest(List.of(entry(tree, "a")));
        var file = folder.resolve("more.tar.zst");
        try (var tar = tar(file)) {
            var head = named(Manifest.NAME);
            var text = manifest.json().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            head.setSize(text.length);
            tar.putArchiveEntry(head);
            tar.write(text);
            tar.closeArchiveEntry();
            add(tar, "a");
            add(tar, "b");
        }
        var flaws = new ArchiveFile(file, Optional.empty()).check(_ -> {});
        assertThat(flaws).extracting(flaw -> flaw.where()).contains("b");
    }

    private static void add(TarArchiveOutputStream tar, String name) throws IOException {
        var entry = named(name);
        entry.setSize(1);
        tar.putArchiveEntry(entry);
        tar.write('a');
        tar.closeArchiveEntry();
    }

    private Path packed(Optional<AgeKey> key) throws IOException {
        var tree = folder.resolve("tree");
        var sonarr = Files.createDirectories(tree.resolve("apps/sonarr"));
        Files.writeString(sonarr.resolve("config.xml"), "<Config/>");
        Files.writeString(sonarr.resolve("ein sehr langer Name mit Umlauten äöü ".repeat(5) + ".json"), "{}");
        Files.createSymbolicLink(sonarr.resolve("link"), Path.of("config.xml"));
        var entries = new ArrayList<Entry>();
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted().skip(1).toList()) {
                entries.add(entry(tree, tree.relativize(file).toString()));
            }
        }
        var file = folder.resolve("backup.tar.zst");
        new ArchiveWriter(tree, key, _ -> {}).write(manifest(entries), file);
        return file;
    }

    private static Entry entry(Path tree, String path) throws IOException {
        var file = tree.resolve(path);
        if (Files.isSymbolicLink(file)) {
            return new Entry(
                    path,
                    Kind.LINK,
                    0,
                    "",
                    0777,
                    0,
                    0,
                    1_000,
                    Files.readSymbolicLink(file).toString());
        }
        if (Files.isDirectory(file)) {
            return new Entry(path, Kind.FOLDER, 0, "", 0755, 0, 0, 1_000, null);
        }
        var hash = Hashing.of(file);
        return new Entry(path, Kind.FILE, hash.size(), hash.sha256(), 0644, 0, 0, 1_000, null);
    }

    static Manifest manifest(List<Entry> entries) {
        return new Manifest(
                1,
                "20261120T180000Z-abcd",
                Instant.parse("2026-11-20T18:00:00Z"),
                "config",
                null,
                null,
                null,
                "1.0",
                HOST,
                new Manifest.Owner(1000, 1000),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                entries,
                List.of());
    }

    private Path archive(List<TarArchiveEntry> entries) throws IOException {
        var file = folder.resolve("made.tar.zst");
        try (var tar = tar(file)) {
            for (var entry : entries) {
                tar.putArchiveEntry(entry);
                tar.closeArchiveEntry();
            }
        }
        return file;
    }

    private static TarArchiveOutputStream tar(Path file) throws IOException {
        var tar = new TarArchiveOutputStream(new ZstdOutputStream(Files.newOutputStream(file)), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }

    private static TarArchiveEntry named(String name) {
        var entry = new TarArchiveEntry(name);
        entry.setName(name);
        entry.setModTime(FileTime.fromMillis(1_700_000_000_000L));
        return entry;
    }

    private static TarArchiveEntry absolute(String name) {
        var entry = new TarArchiveEntry(name, true);
        entry.setModTime(FileTime.fromMillis(1_700_000_000_000L));
        return entry;
    }

    private static TarArchiveEntry link(String name, String target) {
        return kind(name, TarConstants.LF_SYMLINK, target);
    }

    private static TarArchiveEntry kind(String name, byte kind, String target) {
        var entry = new TarArchiveEntry(name, kind);
        entry.setLinkName(target);
        entry.setModTime(FileTime.fromMillis(1_700_000_000_000L));
        return entry;
    }

    private static TarArchiveEntry mode(String name, int mode) {
        var entry = named(name);
        entry.setMode(mode);
        return entry;
    }

    private static TarArchiveEntry old(String name) {
        var entry = named(name);
        entry.setModTime(FileTime.fromMillis(0));
        return entry;
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return ((ProblemException) org.assertj.core.api.Assertions.catchThrowable(call)).problem();
    }
}
