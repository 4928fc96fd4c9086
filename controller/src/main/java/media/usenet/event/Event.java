package media.usenet.event;

/// Something that happened, named in the past tense by its record (`ServiceStarted`). Each feature has its own sealed
/// kind.
public interface Event {

    /// The name on the wire: the feature, a dot, what happened (`service.started`).
    String type();
}
