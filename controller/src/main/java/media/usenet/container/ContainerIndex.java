package media.usenet.container;

import java.util.List;

/// What a file's index says of its film.
///
/// @param seconds the film's length
/// @param keys in the order of time
/// @param bytesPerSecond how many bytes each second takes, as finely as the index knows
public record ContainerIndex(FilmTrack track, double seconds, List<KeyFrame> keys, List<Double> bytesPerSecond) {

    public ContainerIndex {
        keys = List.copyOf(keys);
        bytesPerSecond = List.copyOf(bytesPerSecond);
    }
}
