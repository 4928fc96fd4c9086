package media.usenet.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import media.usenet.ffmpeg.MediaFacts;

/// Clips of any size, rate and sound, one after the other.
public final class Concatenation {

    private Concatenation() {}

    public static Mix of(List<MediaFacts> clips, PictureSize frame, double fps) {
        var graph = new Graph();
        boolean sound = clips.stream().anyMatch(clip -> !clip.audio().isEmpty());
        var pads = IntStream.range(0, clips.size())
                .boxed()
                .flatMap(clip -> pads(graph, clip, clips.get(clip), frame, fps, sound))
                .toList();
        var join = Filter.of("concat").with("n", clips.size()).with("v", 1).with("a", sound ? 1 : 0);
        var length = clips.stream().map(Concatenation::length).reduce(Duration.ZERO, Duration::plus);
        if (!sound) {
            return new Mix(graph, graph.chain(pads, "v", List.of(join)), Optional.empty(), length, fps);
        }
        var out = graph.pair(pads, "v", "a", join);
        return new Mix(graph, out.getFirst(), Optional.of(out.getLast()), length, fps);
    }

    private static Stream<String> pads(
            Graph graph, int clip, MediaFacts facts, PictureSize frame, double fps, boolean sound) {
        var pads = new ArrayList<String>();
        pads.add(graph.chain(List.of(clip + ":v:0"), "v", Pictures.fit(frame, fps)));
        if (sound) {
            // The filter joins streams pairwise: a clip without sound would shift all that follows it.
            pads.add(
                    facts.audio().isEmpty()
                            ? graph.source("a", Sounds.silence(length(facts)))
                            : graph.chain(List.of(clip + ":a:0"), "a", Sounds.stereo()));
        }
        return pads.stream();
    }

    private static Duration length(MediaFacts clip) {
        return Objects.requireNonNullElse(clip.duration(), Duration.ZERO);
    }
}
