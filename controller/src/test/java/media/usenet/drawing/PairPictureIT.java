package media.usenet.drawing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import media.usenet.container.Reels;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.HostProcessRunner;
import media.usenet.picture.Comparison;
import media.usenet.picture.Film;
import media.usenet.picture.FingerprintReader;
import media.usenet.picture.Similarity;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairPictureIT {

    @TempDir
    Path folder;

    private FFmpeg ffmpeg;
    private PairPicture picture;

    @BeforeEach
    void unconfined() {
        ffmpeg = new FFmpeg(
                "ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, folder.resolve("probe"));
        picture = new PairPicture(ffmpeg, folder.resolve("work"));
    }

    @Test
    void a_copy_is_drawn_with_its_frames_beside_those_of_the_original() throws Exception {
        var original = film(Fractals.film(folder.resolve("a.mkv")));
        var copy = film(Fractals.letterboxed(original.file(), folder.resolve("b.mkv")));
        var similarity = compare(original, copy);
        assertThat(similarity).isInstanceOf(Similarity.Copy.class);

        var drawn = drawn(original, copy, similarity, "copy.jpg");
        assertThat(Reels.run(List.of(
                                "ffprobe",
                                "-v",
                                "error",
                                "-show_entries",
                                "stream=width,height",
                                "-of",
                                "csv=p=0",
                                drawn.toString()))
                        .strip())
                .isEqualTo("960,1348");
        // The middles of the two frames of the first row: what is there is alike, and it is no paper.
        var left = point(drawn, PairSheet.left(0));
        assertThat(left).isNotEqualTo(point(drawn, new Box(470, 180, 4, 4)));
        assertThat(point(drawn, PairSheet.right(0))).isNotEqualTo(point(drawn, new Box(470, 180, 4, 4)));
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    @Test
    void of_a_longer_cut_also_a_frame_is_drawn_that_only_it_has() throws Exception {
        var original = film(Fractals.film(folder.resolve("a.mkv")));
        var longer = film(Fractals.longer(folder.resolve("b.mkv")));
        var similarity = compare(original, longer);
        assertThat(similarity).isInstanceOf(Similarity.Edition.class);
        assertThat(Row.of(similarity)).hasSize(Row.MOST).hasAtLeastOneElementOfType(Row.OnlySecond.class);
        assertThat(drawn(original, longer, similarity, "edition.jpg")).isNotEmptyFile();
    }

    @Test
    void a_file_that_was_damaged_since_it_was_compared_is_a_problem_that_names_it() throws Exception {
        var original = film(Reels.reel(folder.resolve("a.mkv"), 30, "-c:v", "libx264", "-preset", "ultrafast"));
        var copy = film(Files.copy(original.file(), folder.resolve("b.mkv")));
        var similarity = compare(original, copy);
        Files.write(copy.file(), new byte[1000], StandardOpenOption.TRUNCATE_EXISTING);
        assertThatThrownBy(() -> drawn(original, copy, similarity, "never.jpg"))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem()).hasToString("MEDIA_UNREADABLE");
                    assertThat(problem.detail()).contains("b.mkv");
                });
        assertThat(folder.resolve("work")).isEmptyDirectory();
    }

    private Film film(Path file) throws InterruptedException {
        var facts = ffmpeg.probe(file);
        return new Film(file, facts, new FingerprintReader(ffmpeg, folder.resolve("fingerprints")).read(file, facts));
    }

    private Similarity compare(Film first, Film second) throws InterruptedException {
        return new Comparison(ffmpeg, folder.resolve("comparison")).compare(first, second);
    }

    /// `-Dpictures.folder=docs/images` keeps what is drawn, for the page that shows it.
    private Path drawn(Film first, Film second, Similarity similarity, String name)
            throws IOException, InterruptedException {
        var kept = System.getProperty("pictures.folder");
        var file = kept == null ? folder.resolve(name) : Path.of(kept, "duplicates-" + name);
        return Files.write(file, picture.jpeg(shown(first), shown(second), similarity));
    }

    private static Shown shown(Film film) {
        var length = film.facts().duration();
        return new Shown(film.file(), length == null ? Duration.ofSeconds(1) : length);
    }

    /// The colour in the middle of a box.
    private static String point(Path picture, Box box) {
        return Reels.run(List.of(
                "ffmpeg",
                "-nostdin",
                "-v",
                "error",
                "-i",
                picture.toString(),
                "-vf",
                "crop=2:2:%d:%d,scale=1:1,showinfo".formatted((int) box.middle(), box.top() + box.height() / 2),
                "-f",
                "framemd5",
                "-"));
    }
}
