package media.usenet.naming;

import java.util.Locale;

/// What can be said of a release beside its title and its numbers.
public enum Trait {
    RESOLUTION,
    SOURCE,
    RIP(Shape.FLAG),
    REMUX(Shape.FLAG),
    SCREENER(Shape.FLAG),
    THREE_D(Shape.FLAG),
    VIDEO_CODEC,
    BIT_DEPTH(Shape.NUMBER),
    HDR(Shape.LIST),
    AUDIO_CODEC(Shape.LIST),
    AUDIO_CHANNELS,
    EDITION(Shape.LIST),
    LANGUAGE(Shape.LIST),
    SUBTITLES(Shape.FLAG),
    DUBBED(Shape.FLAG),
    STREAMING_SERVICE,
    PROPER(Shape.FLAG),
    REPACK(Shape.FLAG),
    REAL(Shape.FLAG),
    REVISION_VERSION(Shape.NUMBER),
    INTERNAL(Shape.FLAG),
    COMPLETE(Shape.FLAG),
    SPECIAL(Shape.FLAG),
    EXTRAS(Shape.FLAG),
    COUNTRY,
    RELEASE_GROUP,
    WEBSITE,
    CRC32,
    CONTAINER,
    /// Words of the scene that say nothing else.
    OTHER(Shape.FLAG);

    enum Shape {
        TEXT,
        NUMBER,
        FLAG,
        LIST
    }

    private final Shape shape;

    Trait() {
        this(Shape.TEXT);
    }

    Trait(Shape shape) {
        this.shape = shape;
    }

    Shape shape() {
        return shape;
    }

    /// Whether answers have it: the rest only keeps words out of titles and groups.
    boolean told() {
        return this != OTHER && this != SUBTITLES && this != DUBBED && this != REAL;
    }

    /// As answers spell it: `release_group`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
