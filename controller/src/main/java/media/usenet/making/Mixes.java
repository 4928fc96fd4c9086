package media.usenet.making;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.graph.Composition;
import media.usenet.graph.Concatenation;
import media.usenet.graph.Filter;
import media.usenet.graph.Graph;
import media.usenet.graph.Mix;
import media.usenet.graph.PictureSize;
import media.usenet.graph.Sounds;
import media.usenet.job.FailureClass;
import media.usenet.task.FrameWish;
import media.usenet.task.Task;
import media.usenet.worker.Ending;

/// Turns tasks that join several sources into graphs, with what the sources lack taken from the first of them.
final class Mixes {

    private static final double USUAL_FPS = 30;
    private static final int EVEN = 2;
    private static final List<String> AGAIN_AND_AGAIN = List.of("-stream_loop", "-1");

    private Mixes() {}

    static Product compose(Task.Compose task, Bench bench, MixMaker maker) throws NotMade, InterruptedException {
        var film = bench.inputs().getFirst();
        var video = Films.require(film);
        var length = task.length()
                .or(() -> Optional.ofNullable(film.facts().duration()))
                .orElseThrow(Mixes::noLength);
        int sounds = 1;
        if (task.audio().isPresent()) {
            requireSound(bench.inputs().get(sounds++));
        }
        if (task.music().isPresent()) {
            requireSound(bench.inputs().get(sounds));
        }
        var frame = frame(task.frame(), video);
        var composition = new Composition(
                frame,
                fps(task.frame(), video),
                length,
                !film.facts().audio().isEmpty(),
                task.audio().isPresent(),
                task.music().isPresent(),
                task.musicVolume());
        var before = task.loopMusic() && task.music().isPresent()
                ? Map.of(sounds, AGAIN_AND_AGAIN)
                : Map.<Integer, List<String>>of();
        return maker.make(composition.mix(), frame, before);
    }

    static Product concat(Task.Concat task, Bench bench, MixMaker maker) throws NotMade, InterruptedException {
        for (var input : bench.inputs()) {
            Films.require(input);
        }
        var first = Films.require(bench.inputs().getFirst());
        var frame = frame(task.frame(), first);
        var facts = bench.inputs().stream().map(Input::facts).toList();
        return maker.make(Concatenation.of(facts, frame, fps(task.frame(), first)), frame, Map.of());
    }

    static Product arrange(Task.Arrange task, MixMaker maker) throws NotMade, InterruptedException {
        return maker.make(task.timeline().mix(), task.timeline().frame(), Map.of());
    }

    static Product loop(Task.Loop task, Bench bench, MixMaker maker) throws NotMade, InterruptedException {
        var picture = Films.require(bench.inputs().getFirst());
        var frame = even(picture);
        var graph = new Graph();
        var pad = graph.chain(
                "0:v:0",
                "v",
                Filter.of("loop").with("loop", -1).with("size", 1),
                Filter.of("scale").with("w", frame.width()).with("h", frame.height()),
                Filter.of("setsar").with("sar", 1),
                Filter.of("fps").with("fps", task.fps()),
                Filter.of("format").with("pix_fmts", "yuv420p"),
                Filter.of("trim").with("duration", Sounds.seconds(task.length())));
        return maker.make(new Mix(graph, pad, Optional.empty(), task.length(), task.fps()), frame, Map.of());
    }

    private static PictureSize frame(FrameWish wish, MediaFacts.Video first) {
        return wish.size().orElseGet(() -> even(first));
    }

    /// Encoders take half as many colour samples as pixels: odd sizes lose their last line.
    private static PictureSize even(MediaFacts.Video video) {
        boolean turned = video.rotation() % 180 != 0;
        int width = turned ? video.height() : video.width();
        int height = turned ? video.width() : video.height();
        return new PictureSize(width / EVEN * EVEN, height / EVEN * EVEN);
    }

    private static double fps(FrameWish wish, MediaFacts.Video first) {
        if (wish.fps() > 0) {
            return wish.fps();
        }
        return first.frameRate().known() ? first.frameRate().perSecond() : USUAL_FPS;
    }

    private static void requireSound(Input input) throws NotMade {
        if (input.facts().audio().isEmpty()) {
            throw new NotMade(new Ending.Failed(
                    FailureClass.VALIDATION, "%s has no sound".formatted(input.source()), "name a file with sound"));
        }
    }

    private static NotMade noLength() {
        return new NotMade(
                new Ending.Failed(FailureClass.VALIDATION, "the film does not say how long it is", "give a duration"));
    }
}
