package media.usenet.container;

import java.util.Arrays;

/// The film's track, described as Matroska does it.
public final class FilmTrack {

    private final int number;
    private final String codec;
    private final byte[] entry;
    private final int nalLengthBytes;

    /// @param entry what a Matroska `TrackEntry` holds
    /// @param nalLengthBytes bytes of the length before each unit of H.265; 0 where packets are not to be
    ///     touched
    FilmTrack(int number, String codec, byte[] entry, int nalLengthBytes) {
        this.number = number;
        this.codec = codec;
        this.entry = entry.clone();
        this.nalLengthBytes = nalLengthBytes;
    }

    int number() {
        return number;
    }

    /// Matroska's name: `V_MPEG4/ISO/AVC`.
    public String codec() {
        return codec;
    }

    byte[] entry() {
        return entry.clone();
    }

    int nalLengthBytes() {
        return nalLengthBytes;
    }

    /// The length's bytes that an `hvcC` record names.
    static int nalLengthBytes(String codec, byte[] codecPrivate) {
        return codec.equals("V_MPEGH/ISO/HEVC") && codecPrivate.length > 21 ? (codecPrivate[21] & 3) + 1 : 0;
    }

    @Override
    public String toString() {
        return "%s, %d bytes, hash %x".formatted(codec, entry.length, Arrays.hashCode(entry));
    }
}
