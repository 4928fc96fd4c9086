package media.usenet.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.container.Reels;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.HostProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonIT {

    private static final String[] X264 = {"-c:v", "libx264", "-preset", "ultrafast", "-g", "60"};

    @TempDir
    Path folder;

    private FFmpeg ffmpeg;
    private FingerprintReader reader;
    private Comparison comparison;

    @BeforeEach
    void unconfined() {
        ffmpeg = new FFmpeg(
                "ffmpeg", "ffprobe", new HostProcessRunner(), (_, program) -> program, folder.resolve("probe"));
        reader = new FingerprintReader(ffmpeg, folder.resolve("work"));
        comparison = new Comparison(ffmpeg, folder.resolve("work"));
    }

    private Film film(Path file) throws InterruptedException {
        var facts = ffmpeg.probe(file);
        return new Film(file, facts, reader.read(file, facts));
    }

    private Path reel(String name) {
        return Reels.reel(folder.resolve(name), 60, X264);
    }

    private Path made(Path from, String name, String... options) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-y"));
        argv.addAll(List.of("-i", from.toString()));
        argv.addAll(List.of(options));
        argv.add(folder.resolve(name).toString());
        Reels.run(argv);
        return folder.resolve(name);
    }

    @Test
    void another_codec_size_and_container_is_a_copy() throws Exception {
        var original = film(reel("a.mkv"));
        var copy = film(made(original.file(), "b.mp4", "-vf", "scale=192:108", "-c:v", "mpeg4", "-g", "24"));
        var answer = comparison.compare(original, copy);
        assertThat(answer).isInstanceOf(Similarity.Copy.class);
        assertThat(Explanation.lines(answer)).first().isEqualTo("the same film");
    }

    @Test
    void a_file_without_an_index_is_compared_as_well() throws Exception {
        var original = film(reel("a.mkv"));
        var stream = film(made(original.file(), "b.ts", "-c:v", "mpeg2video", "-g", "12", "-r", "24"));
        assertThat(stream.fingerprint().curve()).isNull();
        assertThat(stream.fingerprint().frames()).hasSizeGreaterThan(12);
        assertThat(comparison.compare(original, stream)).isInstanceOf(Similarity.Copy.class);
    }

    @Test
    void a_piece_is_a_clip_and_says_where_it_lies() throws Exception {
        var original = film(reel("a.mkv"));
        var clip = film(made(original.file(), "b.mkv", "-ss", "21", "-t", "24", "-c:v", "libx264"));
        assertThat(comparison.compare(original, clip)).isInstanceOfSatisfying(Similarity.Clip.class, found -> {
            assertThat(found.piece()).isEqualTo(Similarity.Which.SECOND);
            assertThat(found.where().from()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(22));
        });
    }

    @Test
    void a_file_cut_off_or_full_of_rubbish_is_unknown_or_refused_and_never_different() throws Exception {
        var original = film(reel("a.mp4"));
        var bytes = Files.readAllBytes(original.file());
        var broken = Files.write(folder.resolve("broken.mp4"), bytes);
        var film = new Film(broken, original.facts(), original.fingerprint());
        Files.write(broken, new byte[bytes.length]);
        assertThat(comparison.compare(original, film)).isInstanceOf(Similarity.Unknown.class);
        assertThatThrownBy(() -> reader.read(broken, original.facts())).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_pipe_with_nobody_at_its_other_end_is_refused_at_once() throws IOException {
        var original = ffmpeg.probe(reel("a.mp4"));
        var pipe = folder.resolve("pipe.mkv");
        Reels.run(List.of("mkfifo", pipe.toString()));
        assertThatThrownBy(() -> reader.readIndex(pipe, original))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem()).isEqualTo(Problem.MEDIA_UNREADABLE));
    }
}
