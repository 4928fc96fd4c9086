package media.usenet.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkIdsTest {

    @TempDir
    private Path folder;

    @Test
    void numbers_are_read_out_of_the_path_and_out_of_the_text_beside_the_file() throws IOException {
        var film = Files.createDirectories(folder.resolve("Sintel (2010) {tmdb-45745}"))
                .resolve("Sintel.mkv");
        assertThat(WorkIds.of(film)).containsOnlyKeys("tmdb").containsEntry("tmdb", "45745");
        Files.writeString(film.resolveSibling("Sintel.nfo"), """
                <movie><title>Sintel</title><uniqueid type="imdb" default="true">tt1727587</uniqueid>
                <uniqueid type="tmdb">1</uniqueid></movie>
                """);
        assertThat(WorkIds.of(film))
                .as("the path counts more")
                .containsEntry("tmdb", "45745")
                .containsEntry("imdb", "tt1727587");
    }

    @Test
    void the_older_spelling_and_the_name_movie_nfo_are_known() throws IOException {
        Files.writeString(folder.resolve("movie.nfo"), "<movie><imdbid>tt0133093</imdbid><tmdbid>603</tmdbid></movie>");
        assertThat(WorkIds.of(folder.resolve("film.mkv")))
                .containsEntry("imdb", "tt0133093")
                .containsEntry("tmdb", "603");
    }

    @Test
    void nothing_said_is_nothing_known() throws IOException {
        Files.writeString(folder.resolve("film.nfo"), "https://www.imdb.com/title/ and noise \0");
        assertThat(WorkIds.of(folder.resolve("film.mkv"))).isEmpty();
    }
}
