package media.usenet.graph;

import java.time.Duration;
import java.util.Optional;

/// Several inputs as one film: the graph that joins them, and the pads that come out of it.
///
/// @param sound empty for a film without
public record Mix(Graph graph, String picture, Optional<String> sound, Duration length, double fps) {}
