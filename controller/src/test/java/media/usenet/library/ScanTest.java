package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanTest {

    @TempDir
    Path folder;

    LibraryRig rig;

    @BeforeEach
    void begin() throws IOException {
        rig = LibraryRig.of(folder, "films");
    }

    @AfterEach
    void end() {
        rig.close();
    }

    @Test
    void mediaFilesOfASlotAreFoundWithWhatIsInThem() throws IOException {
        rig.make("films/media/movies/Heat (1995)/Heat.1995.mkv", "film");
        rig.make("films/media/movies/Heat (1995)/poster.jpg", "picture");
        rig.make("films/downloads/complete/Heat.1995.mkv", "other");
        rig.make("films/downloads/incomplete/Alien.mkv", "half");
        rig.make("films/media/.trash/Gone.mkv", "gone");
        rig.make("films/elsewhere/Private.mkv", "private");
        var summary = rig.scan();
        assertThat(rig.found())
                .containsExactly(
                        "films/downloads/complete/Heat.1995.mkv", "films/media/movies/Heat (1995)/Heat.1995.mkv");
        assertThat(summary.added()).isEqualTo(2);
        assertThat(summary.looks()).isEqualTo(Map.of("probed", 2L));
        var file = rig.at("films/media/movies/Heat (1995)/Heat.1995.mkv");
        assertThat(file.slot()).isEqualTo("films");
        assertThat(file.area()).isEqualTo(Area.MEDIA);
        assertThat(file.bytes()).isEqualTo(4);
        assertThat(file.modified()).isEqualTo(LibraryRig.OLD);
        assertThat(file.links()).isEqualTo(1);
        assertThat(file.facts()).isEqualTo(LibraryRig.film(1920, 1080, "h264", HdrKind.SDR, "eng"));
        assertThat(rig.at("films/downloads/complete/Heat.1995.mkv").area()).isEqualTo(Area.DOWNLOADS);
    }

    @Test
    void whatDidNotChangeIsNotLookedIntoAgain() throws IOException {
        rig.make("films/media/a.mkv", "one");
        var changing = rig.make("films/media/b.mkv", "two");
        rig.scan();
        Files.writeString(changing, "more");
        LibraryRig.rest(changing, LibraryRig.OLD.plusSeconds(60));
        var summary = rig.scan();
        assertThat(rig.probed).containsExactly(Path.of("films/media/b.mkv"));
        assertThat(summary.changed()).isEqualTo(1);
        assertThat(summary.unchanged()).isEqualTo(1);
        assertThat(rig.scan().probed()).isZero();
    }

    @Test
    void aFileWithTheSameSizeAndTimeIsAnotherOneIfItsInodeIs() throws IOException {
        var file = rig.make("films/media/a.mkv", "one");
        rig.scan();
        var other = rig.make("films/media/other", "two");
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
        assertThat(rig.scan().changed()).isEqualTo(1);
    }

    @Test
    void whatIsAskedForByNameIsLookedIntoAgain() throws IOException {
        rig.make("films/media/one/a.mkv", "one");
        rig.make("films/media/one/deep/b.mkv", "two");
        rig.make("films/media/two/c.mkv", "three");
        rig.scan();
        var root = rig.root("films");
        rig.scan(List.of(Scope.file(root, folder.resolve("films/media/one/a.mkv"))), true, false);
        assertThat(rig.probed).containsExactly(Path.of("films/media/one/a.mkv"));
        rig.scan(List.of(Scope.folder(root, folder.resolve("films/media/one"), true)), true, false);
        assertThat(rig.probed)
                .containsExactlyInAnyOrder(Path.of("films/media/one/a.mkv"), Path.of("films/media/one/deep/b.mkv"));
        rig.scan(List.of(Scope.folder(root, folder.resolve("films/media/one"), false)), true, false);
        assertThat(rig.probed).containsExactly(Path.of("films/media/one/a.mkv"));
        assertThat(rig.found()).hasSize(3);
    }

    @Test
    void filesThatWereDeletedAreGone() throws IOException {
        var file = rig.make("films/media/one/a.mkv", "one");
        rig.make("films/media/two/b.mkv", "two");
        rig.make("films/media/two/c.mkv", "three");
        rig.scan();
        Files.delete(file);
        Files.delete(file.getParent());
        Files.delete(folder.resolve("films/media/two/c.mkv"));
        assertThat(rig.scan().gone()).isEqualTo(2);
        assertThat(rig.found()).containsExactly("films/media/two/b.mkv");
        assertThat(rig.library.page(LibraryFilter.ALL, "name", 1, 10).total()).isEqualTo(1);
    }

    @Test
    void filesOfADriveThatVanishedAreUnknownAndComeBackUnread() throws IOException {
        rig.make("films/media/a.mkv", "one");
        rig.scan();
        rig.offline.add("films");
        Files.move(folder.resolve("films"), folder.resolve("pulled"));
        Files.createDirectories(folder.resolve("films"));
        var summary = rig.scan();
        assertThat(summary.missing()).containsExactly("films");
        assertThat(summary.gone()).isZero();
        assertThat(rig.found()).isEmpty();
        var file = rig.at("films/media/a.mkv");
        assertThat(file.presence()).isEqualTo(Presence.UNKNOWN);
        assertThat(file.facts()).isNotNull();
        Files.delete(folder.resolve("films"));
        Files.move(folder.resolve("pulled"), folder.resolve("films"));
        rig.offline.clear();
        assertThat(rig.scan().probed()).isZero();
        assertThat(rig.found()).containsExactly("films/media/a.mkv");
    }

    @Test
    void aDriveThatIsPulledDuringTheScanLosesNothing() throws IOException {
        var file = rig.make("films/media/a.mkv", "one");
        rig.make("films/media/b.mkv", "two");
        rig.scan();
        // As if the file system under the folder were another one at the end than at the beginning.
        Files.delete(file);
        var root = rig.root("films");
        var device = new AtomicLong(7);
        var sweep = new Sweep(
                rig.catalog,
                _ -> OptionalLong.of(device.getAndIncrement()),
                Scope.all(root),
                new Tally(),
                new Troubles(),
                LibraryRig.OLD,
                false);
        assertThat(sweep.run(() -> {})).isFalse();
        assertThat(rig.found()).hasSize(2);
    }

    @Test
    void aDriveThatIsPulledWhileFilesAreLookedIntoMakesNoneUnreadable() throws IOException {
        rig.make("films/media/a.mkv", "one");
        rig.scan();
        rig.make("films/media/b.mkv", "two");
        rig.make("films/media/c.mkv", "three");
        rig.answers.put("b.mkv", file -> {
            rig.offline.add("films");
            throw new ProblemException(
                    Problem.MEDIA_UNREADABLE, "cannot read %s: Input/output error".formatted(file), "x");
        });
        var summary = rig.scan();
        assertThat(summary.missing()).containsExactly("films");
        assertThat(summary.troubles()).containsOnlyKeys("NOT_THERE");
        rig.offline.clear();
        rig.answers.clear();
        assertThat(status("a", "b", "c"))
                .containsExactly(ProbeStatus.PROBED, ProbeStatus.NOT_PROBED, ProbeStatus.PROBED);
        rig.scan();
        assertThat(rig.probed).containsExactly(Path.of("films/media/b.mkv"));
    }

    @Test
    void filesBelowAFolderThatCannotBeListedAreNotGone() throws IOException {
        var file = rig.make("films/media/one/deep/a.mkv", "one");
        rig.scan();
        Files.delete(file);
        Files.delete(file.getParent());
        Files.delete(folder.resolve("films/media/one"));
        // A file where the folder was cannot be listed, as a folder on a failing drive cannot.
        var scope = Scope.folder(rig.root("films"), rig.make("films/media/one", "two"), true);
        var troubles = new Troubles();
        var sweep =
                new Sweep(rig.catalog, _ -> OptionalLong.of(1), scope, new Tally(), troubles, LibraryRig.OLD, false);
        assertThat(sweep.run(() -> {})).isTrue();
        assertThat(troubles.counts()).containsKey("NOT_LISTED");
        assertThat(rig.found()).contains("films/media/one/deep/a.mkv");
    }

    @Test
    void aFolderOfTheSettingsWhoseDriveIsNotMountedKeepsItsFilesAsUnknown() throws IOException {
        rig.close();
        var films = Files.createDirectories(folder.resolve("own"));
        rig = new LibraryRig(folder, "sqlite://" + folder.resolve("own.db"), List.of(), List.of(films));
        rig.make("own/a.mkv", "one");
        rig.scan();
        assertThat(rig.found()).containsExactly("own/a.mkv");
        rig.database.change(
                db -> db.sql("update library_files set device = 4711").update());
        Files.delete(films.resolve("a.mkv"));
        var summary = rig.scan();
        assertThat(summary.gone()).isZero();
        assertThat(summary.unknown()).isEqualTo(1);
        assertThat(rig.at("own/a.mkv").presence()).isEqualTo(Presence.UNKNOWN);
        rig.make("own/a.mkv", "one");
        rig.scan();
        assertThat(rig.at("own/a.mkv").presence()).isEqualTo(Presence.PRESENT);
    }

    @Test
    void hardLinksAreLookedIntoOnceAndShareTheirKey() throws IOException {
        var file = rig.make("films/media/a.mkv", "one");
        rig.scan();
        Files.createDirectories(folder.resolve("films/downloads/complete"));
        Files.createLink(folder.resolve("films/downloads/complete/b.mkv"), file);
        var summary = rig.scan();
        assertThat(summary.moved()).isEqualTo(1);
        assertThat(rig.probed).isEmpty();
        var one = rig.at("films/media/a.mkv");
        var other = rig.at("films/downloads/complete/b.mkv");
        assertThat(other.key()).isEqualTo(one.key());
        assertThat(List.of(one.links(), other.links())).containsExactly(2, 2);
        assertThat(other.facts()).isEqualTo(one.facts());
    }

    @Test
    void aFileThatWasMovedIsNotLookedIntoAgain() throws IOException {
        var file = rig.make("films/media/a.mkv", "one");
        rig.scan();
        Files.move(file, file.resolveSibling("b.mkv"));
        var summary = rig.scan();
        assertThat(rig.probed).isEmpty();
        assertThat(summary.moved()).isEqualTo(1);
        assertThat(rig.found()).containsExactly("films/media/b.mkv");
        assertThat(rig.at("films/media/b.mkv").facts()).isNotNull();
    }

    @Test
    void badFilesAreWhatTheyAreAndTheScanGoesOn() throws IOException {
        rig.make("films/media/empty.mkv", "");
        rig.make("films/media/broken.mkv", "no film");
        rig.make("films/media/hangs.mkv", "no end");
        rig.make("films/media/grows.mkv", "some");
        rig.make("films/media/song.mkv", "sound");
        rig.make("films/media/good.mkv", "film");
        rig.answers.put("broken.mkv", file -> {
            throw new ProblemException(Problem.MEDIA_UNREADABLE, "cannot read %s: Invalid data".formatted(file), "x");
        });
        rig.answers.put("hangs.mkv", file -> {
            throw new ProblemException(Problem.MEDIA_HANGS, "cannot read %s: no end".formatted(file), "x");
        });
        rig.answers.put("song.mkv", _ -> LibraryRig.sound("deu"));
        rig.answers.put("grows.mkv", file -> {
            try {
                Files.writeString(file, "more", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return LibraryRig.sound();
        });
        var summary = rig.scan();
        assertThat(status("empty", "broken", "hangs", "grows", "song", "good"))
                .containsExactly(
                        ProbeStatus.EMPTY,
                        ProbeStatus.BROKEN,
                        ProbeStatus.TIMED_OUT,
                        ProbeStatus.GROWING,
                        ProbeStatus.PROBED,
                        ProbeStatus.PROBED);
        assertThat(summary.troubles()).containsOnlyKeys("FILE_EMPTY", "FILE_BROKEN", "FILE_TIMED_OUT", "FILE_GROWING");
        assertThat(summary.text())
                .contains("6 files: 6 new")
                .contains("1 broken")
                .contains("1 timed out");
        rig.answers.clear();
        rig.scan();
        assertThat(rig.probed)
                .as("what may be otherwise today")
                .containsExactlyInAnyOrder(Path.of("films/media/hangs.mkv"), Path.of("films/media/grows.mkv"));
    }

    @Test
    void aFileThatGoesOnGrowingIsLeftForLater() throws IOException {
        var file = rig.make("films/media/a.mkv", "some");
        var written = Files.getLastModifiedTime(file).toInstant();
        rig.pauses.add(until -> {
            assertThat(until).isAfter(written);
            rig.pauses.clear();
            try {
                Files.writeString(file, "more", StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(rig.scan().troubles()).containsOnlyKeys("FILE_GROWING");
        assertThat(status("a")).containsExactly(ProbeStatus.GROWING);
        rig.scan();
        assertThat(status("a")).containsExactly(ProbeStatus.PROBED);
    }

    @Test
    void aFileThatWasHardlyWrittenIsSparseAndNeverRead() throws IOException {
        var file = rig.make("films/media/a.mkv", "the first piece");
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(100L << 30);
        }
        LibraryRig.rest(file, LibraryRig.OLD);
        var summary = rig.scan();
        assertThat(status("a")).containsExactly(ProbeStatus.SPARSE);
        assertThat(summary.troubles()).containsOnlyKeys("FILE_SPARSE");
        assertThat(rig.probed).isEmpty();
        assertThat(rig.at("films/media/a.mkv").trouble()).contains("of its 107,374,182,400 bytes");
        rig.make("films/media/a.mkv", "all of it");
        rig.scan();
        assertThat(status("a")).containsExactly(ProbeStatus.PROBED);
    }

    @Test
    void anEncryptedFilmIsNeitherBrokenNorOrdinary() throws IOException {
        for (var name : List.of("facts.mp4", "none.mp4", "plain.mp4")) {
            rig.make("films/media/" + name, "");
            Files.write(folder.resolve("films/media/" + name), film(name.equals("plain.mp4") ? "avc1" : "encv"));
        }
        rig.answers.put("none.mp4", file -> {
            throw new ProblemException(Problem.MEDIA_UNREADABLE, "cannot read %s: Invalid data".formatted(file), "x");
        });
        var summary = rig.scan();
        assertThat(summary.looks()).isEqualTo(Map.of("encrypted", 2L, "probed", 1L));
        assertThat(rig.at("films/media/facts.mp4").facts()).isNotNull();
        assertThat(rig.at("films/media/none.mp4").trouble()).isEqualTo("it is encrypted (encv)");
        assertThat(rig.at("films/media/plain.mp4").status()).isEqualTo(ProbeStatus.PROBED);
    }

    /// An MP4 file of one track, whose samples are described so.
    private static byte[] film(String sample) {
        var samples = box("stsd", "\0\0\0\0\0\0\0\1" + box(sample, "\0".repeat(78)));
        var track = box("trak", box("mdia", box("minf", box("stbl", samples))));
        return (box("ftyp", "isom\0\0\2\0") + box("moov", track)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String box(String type, String body) {
        int length = 8 + body.length();
        return "\0\0" + (char) (length >> 8) + (char) (length & 0xff) + type + body;
    }

    private List<ProbeStatus> status(String... names) {
        return Arrays.stream(names)
                .map(name -> rig.at("films/media/%s.mkv".formatted(name)).status())
                .toList();
    }

    @Test
    void aDriveThatHangsIsLeftAfterThreeFiles() throws IOException {
        for (int file = 0; file < 40; file++) {
            rig.make("films/media/%02d.mkv".formatted(file), "film");
            rig.answers.put("%02d.mkv".formatted(file), _ -> {
                throw new ProblemException(Problem.MEDIA_HANGS, "no end", "x");
            });
        }
        var summary = rig.scan();
        assertThat(summary.troubles()).containsKey("DRIVE_HANGS");
        assertThat(rig.probed).hasSize(LibraryRig.PACE.batch());
    }

    @Test
    void aScanWithoutFfprobeFailsAndKeepsWhatItFound() throws IOException {
        rig.make("films/media/a.mkv", "film");
        rig.answers.put("a.mkv", _ -> {
            throw new ProblemException(Problem.FFMPEG_MISSING, "there is no ffprobe", "install it");
        });
        assertThatThrownBy(() -> rig.scan()).hasMessageContaining("there is no ffprobe");
        assertThat(rig.at("films/media/a.mkv").status()).isEqualTo(ProbeStatus.NOT_PROBED);
        rig.answers.clear();
        rig.scan();
        assertThat(rig.at("films/media/a.mkv").status()).isEqualTo(ProbeStatus.PROBED);
    }

    @Test
    void aDryRunCountsAndChangesNothing() throws IOException {
        rig.make("films/media/a.mkv", "film");
        var summary = rig.scan(false, true);
        assertThat(summary.added()).isEqualTo(1);
        assertThat(rig.probed).isEmpty();
        assertThat(rig.found()).isEmpty();
        assertThat(rig.catalog.scans(10)).isEmpty();
    }

    @Test
    void linksThatLeadInCirclesAreNotFollowed() throws IOException {
        rig.make("films/media/one/a.mkv", "film");
        Files.createSymbolicLink(folder.resolve("films/media/one/loop"), folder.resolve("films/media"));
        Files.createSymbolicLink(folder.resolve("films/media/one/link.mkv"), folder.resolve("films/media/one/a.mkv"));
        Files.createSymbolicLink(folder.resolve("films/media/self.mkv"), Path.of("self.mkv"));
        rig.scan();
        assertThat(rig.found()).containsExactly("films/media/one/a.mkv");
    }

    @Test
    void oddNamesAreKeptAndNamesThatAreNoTextAreTold() throws Exception {
        rig.make("films/media/new\nline\tand \u001b[31m red.mkv", "film");
        rig.make("films/media/" + "ä".repeat(120) + ".mkv", "long");
        var deep = folder.resolve("films/media");
        while (deep.toString().length() < 3_800) {
            deep = deep.resolve("d".repeat(200));
        }
        rig.make(folder.relativize(deep.resolve("deep.mkv")).toString(), "deep");
        var latin1 = new ProcessBuilder(
                        "sh", "-c", "printf film > \"$0/$(printf 'caf\\351.mkv')\"", folder + "/films/media")
                .start();
        assertThat(latin1.waitFor()).isZero();
        var summary = rig.scan();
        assertThat(rig.found()).hasSize(3);
        assertThat(summary.troubles()).isEqualTo(Map.of("NAME_NOT_UTF8", 1L));
        assertThat(rig.scan().unchanged()).isEqualTo(3);
    }

    @Test
    void filesOfSeveralDrivesAreCountedTogether() throws IOException {
        rig.close();
        rig = new LibraryRig(folder, "sqlite://" + folder.resolve("two.db"), List.of("films", "series"), List.of());
        rig.make("films/media/a.mkv", "film");
        rig.make("series/media/b.mkv", "film");
        var summary = rig.scan();
        assertThat(summary.slots()).containsExactly("films", "series");
        assertThat(summary.added()).isEqualTo(2);
        assertThat(rig.steps).extracting(step -> step.subject()).contains("films", "series");
    }
}
