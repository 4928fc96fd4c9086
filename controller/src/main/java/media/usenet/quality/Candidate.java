package media.usenet.quality;

import media.usenet.ffmpeg.MediaFacts;
import media.usenet.naming.Release;
import media.usenet.naming.ReleaseParser;
import org.jspecify.annotations.Nullable;

/// One copy of a work, here or on offer.
///
/// @param name the release's or the file's, without folders
/// @param facts null when nobody has looked into it, or nothing could be read
public record Candidate(
        String name, Release release, @Nullable MediaFacts facts, long bytes) {

    public Candidate {
        if (bytes < 0) {
            throw new IllegalArgumentException(name + " has %d bytes".formatted(bytes));
        }
    }

    public static Candidate of(String name, @Nullable MediaFacts facts, long bytes) {
        return new Candidate(name, ReleaseParser.parse(name), facts, bytes);
    }

    @Override
    public String toString() {
        return name;
    }
}
