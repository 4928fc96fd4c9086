package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import media.usenet.database.Backend;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LibraryPagesIT {

    @TempDir
    Path folder;

    private LibraryRig rig(Backend backend) throws Exception {
        var rig = new LibraryRig(folder, backend.address(folder), List.of("films", "series"), List.of());
        add(rig, "films/media/Heat.mkv", LibraryRig.film(1920, 800, "h264", HdrKind.SDR, "eng"));
        add(rig, "films/media/Dune.mkv", LibraryRig.film(3840, 1600, "hevc", HdrKind.DOLBY_VISION, "eng", "deu"));
        add(rig, "films/media/Ärger_100%.mkv", LibraryRig.film(1280, 720, "hevc", HdrKind.SDR, "deu"));
        add(rig, "series/media/Dark.mkv", LibraryRig.film(3840, 2160, "hevc", HdrKind.HDR10, "deu"));
        add(rig, "series/media/Song.flac", LibraryRig.sound("und"));
        rig.scan();
        return rig;
    }

    private static void add(LibraryRig rig, String path, MediaFacts facts) throws Exception {
        rig.make(path, "x".repeat(path.length()));
        rig.answers.put(Path.of(path).getFileName().toString(), _ -> facts);
    }

    private static List<String> names(LibraryRig rig, LibraryFilter filter, String sort) {
        return rig.library.page(filter, sort, 1, 50).files().stream()
                .map(file -> file.path().getFileName().toString())
                .toList();
    }

    private static String counts(LibraryPage page, Facet facet) {
        return String.join(
                " ",
                Objects.requireNonNull(page.facets().get(facet.word())).stream()
                        .map(count -> count.value() + "=" + count.files())
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void filesAreFilteredByWhatIsInThem(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.RESOLUTION, Set.of("2160p")), "name"))
                    .containsExactly("Dark.mkv", "Dune.mkv");
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.HDR, Set.of("hdr10", "dolby_vision")), "-name"))
                    .containsExactly("Dune.mkv", "Dark.mkv");
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.LANGUAGE, Set.of("deu")), "name"))
                    .containsExactlyInAnyOrder("Dark.mkv", "Dune.mkv", "Ärger_100%.mkv");
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.KIND, Set.of("audio")), "name"))
                    .containsExactly("Song.flac");
            assertThat(names(
                            rig,
                            LibraryFilter.ALL.with(Facet.SLOT, Set.of("films")).with(Facet.CODEC, Set.of("hevc")),
                            "bytes"))
                    .containsExactly("Dune.mkv", "Ärger_100%.mkv");
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.DURATION, Set.of("1h-2h")), "name"))
                    .hasSize(5);
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.DURATION, Set.of("over-2h")), "name"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void textIsFoundInEitherCaseAndMeansItself(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            assertThat(names(rig, text("ÄRGER_1"), "name")).containsExactly("Ärger_100%.mkv");
            assertThat(names(rig, text("0%"), "name")).containsExactly("Ärger_100%.mkv");
            assertThat(names(rig, text("d_rk"), "name")).isEmpty();
        }
    }

    private static LibraryFilter text(String text) {
        return new LibraryFilter(Map.of(), Range.ALL, Range.ALL, Range.ALL, text);
    }

    @ParameterizedTest
    @EnumSource
    void aFacetCountsWhatAnotherChoiceInItWouldGive(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            var page = rig.library.page(
                    LibraryFilter.ALL.with(Facet.RESOLUTION, Set.of("2160p")).with(Facet.LANGUAGE, Set.of("eng")),
                    "name",
                    1,
                    50);
            assertThat(page.total()).isEqualTo(1);
            assertThat(counts(page, Facet.RESOLUTION)).isEqualTo("1080p=1 2160p=1");
            assertThat(counts(page, Facet.LANGUAGE)).isEqualTo("deu=2 eng=1");
            assertThat(counts(page, Facet.CODEC)).isEqualTo("hevc=1");
            assertThat(page.bytes()).isEqualTo(page.files().getFirst().bytes());
        }
    }

    @ParameterizedTest
    @EnumSource
    void rangesCutWhatIsCountedToo(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            var large = new LibraryFilter(Map.of(), Range.ALL, Range.ALL, new Range(21L, 22L), null);
            var page = rig.library.page(large, "-bytes", 1, 50);
            assertThat(page.files()).allMatch(file -> file.bytes() >= 21 && file.bytes() <= 22);
            assertThat(page.total()).isEqualTo(page.files().size()).isPositive();
            assertThat(counts(page, Facet.KIND)).isEqualTo("audio=1 video=1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDriveThatIsGoneMakesItsFilesUnknownAtOnce(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            assertThat(counts(rig.library.page(LibraryFilter.ALL, "name", 1, 1), Facet.PRESENCE))
                    .isEqualTo("present=5");
            rig.offline.add("series");
            var page = rig.library.page(LibraryFilter.ALL, "name", 1, 50);
            assertThat(page.total()).isEqualTo(5);
            assertThat(counts(page, Facet.PRESENCE)).isEqualTo("present=3 unknown=2");
            assertThat(names(rig, LibraryFilter.ALL.with(Facet.PRESENCE, Set.of("unknown")), "name"))
                    .containsExactly("Dark.mkv", "Song.flac");
            assertThat(rig.library.present()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesTogetherAreTheWholeInEveryOrder(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            for (var sort : Library.SORTS.keySet()) {
                var forward = pages(rig, sort);
                var backward = pages(rig, "-" + sort);
                assertThat(forward).hasSize(5).doesNotHaveDuplicates();
                Collections.reverse(backward);
                assertThat(backward).as(sort).isEqualTo(forward);
            }
            assertThatThrownBy(() -> rig.library.page(LibraryFilter.ALL, "id; drop table", 1, 5))
                    .hasMessageContaining("are not sorted by");
        }
    }

    private static List<String> pages(LibraryRig rig, String sort) {
        var all = new ArrayList<String>();
        for (int page = 1; page <= 3; page++) {
            rig.library.page(LibraryFilter.ALL, sort, page, 2).files().stream()
                    .map(file -> file.path().toString())
                    .forEach(all::add);
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource
    void aRescanSeesWhatIsNewAndGone(Backend backend) throws Exception {
        try (var rig = rig(backend)) {
            Files.delete(folder.resolve("films/media/Heat.mkv"));
            rig.make("films/media/new\u0007/Arrival.mkv", "film");
            var summary = rig.scan();
            assertThat(List.of(summary.added(), summary.gone(), summary.unchanged(), summary.probed()))
                    .containsExactly(1L, 1L, 4L, 1L);
            assertThat(rig.catalog.scans(5)).hasSize(2).first().isEqualTo(summary);
            assertThat(rig.library.find(rig.at("series/media/Dark.mkv").id()))
                    .contains(rig.at("series/media/Dark.mkv"));
        }
    }
}
