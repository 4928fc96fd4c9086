package media.usenet.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.graph.Track.Keyframe;
import media.usenet.graph.Track.Kind;

/// Tracks laid over each other: later tracks cover earlier ones, black where nothing is shown, all that sounds is
/// heard.
public record Timeline(List<Track> tracks, PictureSize frame, double fps) {

    public Timeline {
        tracks = List.copyOf(tracks);
    }

    Duration length() {
        return tracks.stream()
                .flatMap(track -> track.keyframes().stream())
                .map(Keyframe::end)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public Mix mix() {
        var graph = new Graph();
        var picture = graph.source(
                "v",
                Filter.of("color")
                        .with("c", "black")
                        .with("s", frame.width() + "x" + frame.height())
                        .with("r", fps)
                        .with("d", Sounds.seconds(length())),
                Filter.of("format").with("pix_fmts", "yuv420p"));
        for (var keyframe : keyframes(Kind.VIDEO).toList()) {
            picture = shown(graph, picture, keyframe);
        }
        return new Mix(graph, picture, heard(graph), length(), fps);
    }

    private String shown(Graph graph, String below, Keyframe keyframe) {
        double from = Sounds.seconds(keyframe.at());
        var filters = new ArrayList<Filter>();
        filters.add(Filter.of("trim").with("duration", Sounds.seconds(keyframe.length())));
        filters.addAll(Pictures.fit(frame, fps));
        filters.add(Filter.of("setpts").with("expr", "PTS-STARTPTS+%s/TB".formatted(Filter.number(from))));
        var piece = graph.chain(List.of(keyframe.input() + ":v:0"), "v", filters);
        return graph.chain(
                List.of(below, piece),
                "v",
                List.of(Filter.of("overlay").with("eof_action", "pass").with("format", "yuv420")));
    }

    private Optional<String> heard(Graph graph) {
        var pieces = keyframes(Kind.AUDIO)
                .map(keyframe -> {
                    var filters = new ArrayList<Filter>();
                    filters.add(Filter.of("atrim").with("duration", Sounds.seconds(keyframe.length())));
                    filters.addAll(Sounds.stereo());
                    filters.add(Filter.of("adelay")
                            .with("delays", keyframe.at().toMillis())
                            .with("all", 1));
                    return graph.chain(List.of(keyframe.input() + ":a:0"), "a", filters);
                })
                .toList();
        if (pieces.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(graph.chain(
                pieces,
                "a",
                List.of(
                        Filter.of("amix").with("inputs", pieces.size()).with("normalize", 0),
                        Filter.of("apad").with("whole_dur", Sounds.seconds(length())))));
    }

    private Stream<Keyframe> keyframes(Kind kind) {
        return tracks.stream().filter(track -> track.kind() == kind).flatMap(track -> track.keyframes().stream());
    }
}
