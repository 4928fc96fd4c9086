package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.copies.Companions.Extra;
import media.usenet.copies.Companions.Film;
import media.usenet.copies.Companions.Sidecar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompanionsTest {

    @Test
    void what_lies_beside_a_film_belongs_to_it() {
        var found = of(
                "Film (1999)/Film (1999).mkv",
                "Film (1999)/Film (1999).en.forced.srt",
                "Film (1999)/Film (1999).nfo",
                "Film (1999)/Film (1999)-thumb.jpg",
                "Film (1999)/poster.jpg",
                "Film (1999)/Subs/2_English.srt",
                "Film (1999)/Film (1999).mkv.torrent");
        assertThat(found.films()).singleElement().satisfies(film -> {
            assertThat(film.parts()).containsExactly(Path.of("Film (1999)/Film (1999).mkv"));
            assertThat(film.sidecars())
                    .extracting(Sidecar::kind)
                    .containsExactlyInAnyOrder(
                            Sidecar.Kind.SUBTITLE,
                            Sidecar.Kind.SUBTITLE,
                            Sidecar.Kind.INFORMATION,
                            Sidecar.Kind.IMAGE,
                            Sidecar.Kind.IMAGE);
        });
        assertThat(found.others()).containsExactly(Path.of("Film (1999)/Film (1999).mkv.torrent"));
    }

    @Test
    void in_a_folder_of_many_a_sidecar_goes_with_the_longest_name() {
        var found =
                of("Film.mkv", "Film.Extended.mkv", "Film.Extended.en.srt", "Film 2.mkv", "Film 2.srt", "folder.jpg");
        assertThat(sidecars(found, "Film.Extended.mkv")).containsExactly("Film.Extended.en.srt");
        assertThat(sidecars(found, "Film 2.mkv")).containsExactly("Film 2.srt");
        assertThat(sidecars(found, "Film.mkv")).isEmpty();
        assertThat(found.shared()).extracting(Sidecar::file).containsExactly(Path.of("folder.jpg"));
    }

    @ParameterizedTest
    @CsvSource({
        "Film/Film-trailer.mp4, TRAILER",
        "Film/Film.trailer.mp4, TRAILER",
        "Film/Film-trailer2.mp4, TRAILER",
        "Film/Trailers/any name.mkv, TRAILER",
        "Film/Sample/sample.mkv, SAMPLE",
        "Film/Film-sample.mkv, SAMPLE",
        "Film/sample-film.mkv, SAMPLE",
        "Film/sample.mkv, SAMPLE",
        "Film/Behind The Scenes/making of.mkv, BEHIND_THE_SCENES",
        "Film/Deleted Scenes/one.mkv, DELETED_SCENE",
        "Film/Film-deleted.mkv, DELETED_SCENE",
        "Film/Featurettes/a.mkv, FEATURETTE",
        "Film/Extras/deeper/a.mkv, OTHER"
    })
    void samples_trailers_and_extras_are_no_films(String extra, Extra.Kind kind) {
        var found = of("Film/Film.mkv", extra);
        assertThat(paths(found.films())).containsExactly("Film/Film.mkv");
        assertThat(found.extras()).containsExactly(new Extra(Path.of(extra), kind, List.of(Path.of("Film/Film.mkv"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Shorts/Film (2001).mkv",
                "The Sample (2003)/The Sample.mkv",
                "Trailer (2010)/Trailer.mkv",
                "Other/Film.mkv",
                "Sample.mkv",
                "Film.Sampler.mkv"
            })
    void a_film_that_is_called_like_an_extra_is_a_film(String film) {
        var found = of(film, "Another (1990)/Another.mkv");
        assertThat(paths(found.films())).contains(film);
        assertThat(found.extras()).isEmpty();
    }

    @Test
    void parts_of_a_film_are_one_film() {
        var found = of("Film/Film (1962) CD2.avi", "Film/Film (1962) CD1.avi", "Film/Film (1962) CD1.srt");
        assertThat(found.films()).singleElement().satisfies(film -> {
            assertThat(film.parts())
                    .containsExactly(Path.of("Film/Film (1962) CD1.avi"), Path.of("Film/Film (1962) CD2.avi"));
            assertThat(film.sidecars()).hasSize(1);
        });
        assertThat(of("F/film-part1.mkv", "F/film-part2.mkv").films()).hasSize(1);
    }

    @Test
    void what_only_looks_like_parts_is_several_films() {
        assertThat(of("Dune Part 1.mkv", "Dune Part 2.mkv", "Alien.mkv").films())
                .hasSize(3);
        assertThat(of("F/film cd1.avi", "F/film cd3.avi").films()).hasSize(2);
        assertThat(of("F/film cd1.avi", "G/film cd2.avi").films()).hasSize(2);
        assertThat(of("F/film cd1.avi", "F/film cd1.mkv").films()).hasSize(2);
    }

    @Test
    void every_episode_of_a_pack_is_a_film_of_its_own() {
        var found = of(
                "Show.S01/Show.S01E01.mkv",
                "Show.S01/Show.S01E02.mkv",
                "Show.S01/Show.S01E02.de.srt",
                "Show.S01/Show.S01.nfo",
                "Show.S01/Sample/show.s01e01.sample.mkv");
        assertThat(found.films()).hasSize(2);
        assertThat(sidecars(found, "Show.S01/Show.S01E02.mkv")).containsExactly("Show.S01/Show.S01E02.de.srt");
        assertThat(found.shared()).extracting(Sidecar::file).containsExactly(Path.of("Show.S01/Show.S01.nfo"));
        assertThat(found.extras())
                .singleElement()
                .satisfies(extra -> assertThat(extra.kind()).isEqualTo(Extra.Kind.SAMPLE));
    }

    @Test
    void a_disc_copied_as_folders_is_one_film() {
        var found = of(
                "Film/BDMV/STREAM/00001.m2ts",
                "Film/BDMV/STREAM/00002.m2ts",
                "Film/BDMV/index.bdmv",
                "Film/CERTIFICATE/id.bdmv",
                "Film/Extras/a.mkv");
        assertThat(found.films())
                .singleElement()
                .satisfies(film -> assertThat(film.parts()).hasSize(4));
        assertThat(found.extras()).hasSize(1);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(of()).isEqualTo(new Companions(List.of(), List.of(), List.of(), List.of()));
    }

    private static Companions of(String... files) {
        return Companions.of(Stream.of(files).map(Path::of).toList());
    }

    private static List<String> paths(List<Film> films) {
        return films.stream().map(film -> film.parts().getFirst().toString()).toList();
    }

    private static List<String> sidecars(Companions found, String film) {
        return found.films().stream()
                .filter(one -> one.parts().contains(Path.of(film)))
                .flatMap(one -> one.sidecars().stream())
                .map(sidecar -> sidecar.file().toString())
                .toList();
    }
}
