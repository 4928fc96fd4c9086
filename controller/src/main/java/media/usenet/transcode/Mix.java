package media.usenet.transcode;

import java.time.Duration;
import java.util.Optional;

/// Several inputs as one film: the graph that joins them, and the pads that come out of it.
///
/// @param sound empty for a film without
record Mix(Graph graph, String picture, Optional<String> sound, Duration length, double fps) {}
