package media.usenet.graph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A film with a sound track of its own or another, and music below it. Inputs are in this order: film, sound, music,
/// those that there are.
///
/// @param otherSound whether the sound is not the film's own
/// @param length of the whole; the last picture stays where the film is shorter
/// @param musicVolume 1 is as loud as it is
public record Composition(
        PictureSize frame,
        double fps,
        Duration length,
        boolean ownSound,
        boolean otherSound,
        boolean music,
        double musicVolume) {

    public Mix mix() {
        var graph = new Graph();
        var filters = new ArrayList<>(Pictures.fit(frame, fps));
        filters.add(Filter.of("tpad").with("stop_mode", "clone").with("stop_duration", Sounds.seconds(length)));
        filters.add(Filter.of("trim").with("duration", Sounds.seconds(length)));
        var picture = graph.chain(List.of("0:v:0"), "v", filters);
        return new Mix(graph, picture, sound(graph), length, fps);
    }

    private Optional<String> sound(Graph graph) {
        var tracks = new ArrayList<String>();
        if (otherSound || ownSound) {
            tracks.add(graph.chain(List.of(otherSound ? "1:a:0" : "0:a:0"), "a", padded()));
        }
        if (music) {
            var filters = padded();
            filters.addFirst(Filter.of("volume").with("volume", musicVolume));
            tracks.add(graph.chain(List.of(otherSound ? "2:a:0" : "1:a:0"), "a", filters));
        }
        return switch (tracks.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(tracks.getFirst());
            // Normalising would make the speech quieter because music was added.
            default ->
                Optional.of(graph.chain(
                        tracks,
                        "a",
                        List.of(Filter.of("amix").with("inputs", tracks.size()).with("normalize", 0))));
        };
    }

    private ArrayList<Filter> padded() {
        var filters = new ArrayList<>(Sounds.stereo());
        filters.add(Filter.of("apad").with("whole_dur", Sounds.seconds(length)));
        filters.add(Filter.of("atrim").with("duration", Sounds.seconds(length)));
        return filters;
    }
}
