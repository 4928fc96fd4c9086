package media.usenet.quality;

/// A stream of a file that another file lacks.
///
/// @param index in the file, as `-map 0:INDEX` counts
/// @param language its shortest code
public record Track(Kind kind, int index, String language, String codec, String what) {

    /// What can be muxed over.
    public enum Kind {
        AUDIO,
        SUBTITLE
    }

    @Override
    public String toString() {
        return what;
    }
}
