package media.usenet.library;

import java.util.Locale;

/// What files are counted and filtered by.
public enum Facet {
    SLOT,
    AREA,
    PRESENCE,
    STATUS,
    /// `video`, `audio` or `none`.
    KIND,
    /// `2160p`, `1080p` ...; `-` where there is no picture.
    RESOLUTION,
    /// Of the film, as FFmpeg calls it; `-` where there is none.
    CODEC,
    HDR,
    /// The codec of the first sound.
    AUDIO,
    /// Of the sound, as three letters. A file in two languages counts for both.
    LANGUAGE,
    DURATION,
    BITRATE;

    /// As it stands in requests and answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
