package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Whether a film or its sound can be played only with a key: Common Encryption (ISO/IEC 23001-7) and FairPlay
/// in MP4, `ContentEncryption` in Matroska (RFC 9559).
public final class Encryption {

    /// What stands in a sample description in place of the codec.
    private static final Set<String> SAMPLES = Set.of("encv", "enca", "enct", "encs", "drms", "drmi", "drmt");

    private static final int HEAD_BYTES = 16;
    private static final long TRACK = 0xae;
    private static final long ENCODINGS = 0x6d80;
    private static final long ENCODING = 0x6240;
    private static final long ENCODING_TYPE = 0x5033;
    private static final int ENCRYPTED = 1;

    private Encryption() {}

    /// Reads the index alone, and never more than it may be long.
    ///
    /// @return how it is encrypted, in the container's own words; empty where nothing of it is, or nothing
    ///     tells
    /// @throws DamagedContainer when the index contradicts itself
    public static Optional<String> of(SeekableByteChannel channel) throws IOException {
        var file = new FileBytes(channel);
        var head = file.upTo(0, HEAD_BYTES);
        if (Matroska.is(head)) {
            return inMatroska(file);
        }
        return Mp4.is(head) ? inMp4(file) : Optional.empty();
    }

    private static Optional<String> inMp4(FileBytes file) throws IOException {
        for (var track : Mp4.tracks(file)) {
            var description = inside(track, "mdia", "minf", "stbl", "stsd");
            if (description.isPresent()) {
                for (var sample : Box.in(description.get().read().from(8))) {
                    if (SAMPLES.contains(sample.type())) {
                        return Optional.of(sample.type());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<FileBox> inside(FileBox box, String... types) throws IOException {
        var found = Optional.of(box);
        for (var type : types) {
            found = found.isEmpty() ? found : found.get().child(type);
        }
        return found;
    }

    private static Optional<String> inMatroska(FileBytes file) throws IOException {
        var tracks = Matroska.tracks(file);
        if (tracks.isEmpty()) {
            return Optional.empty();
        }
        for (var track : Element.in(tracks.get())) {
            if (track.is(TRACK) && encrypted(track.of(tracks.get()))) {
                return Optional.of("ContentEncryption");
            }
        }
        return Optional.empty();
    }

    private static boolean encrypted(ByteBuffer track) throws DamagedContainer {
        for (var field : Element.in(track)) {
            if (field.is(ENCODINGS) && anyEncrypted(field.of(track))) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyEncrypted(ByteBuffer encodings) throws DamagedContainer {
        for (var encoding : Element.in(encodings)) {
            var fields = encoding.of(encodings);
            for (var field : encoding.is(ENCODING) ? Element.in(fields) : List.<Element>of()) {
                if (field.is(ENCODING_TYPE) && field.number(fields) == ENCRYPTED) {
                    return true;
                }
            }
        }
        return false;
    }
}
