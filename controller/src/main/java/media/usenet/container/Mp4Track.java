package media.usenet.container;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The film's track of an MP4 file, told as Matroska tells it.
final class Mp4Track {

    private static final int VISUAL_ENTRY_BYTES = 78;

    private Mp4Track() {}

    /// Empty for codecs that nobody makes films with, cover art among them.
    static Optional<FilmTrack> of(Box description) throws DamagedContainer {
        var entries = Box.in(description.from(8));
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        var entry = entries.getFirst();
        var codec = codec(entry.type());
        if (codec.isEmpty()) {
            return Optional.empty();
        }
        var settings = settings(codec, entry);
        var sizes = entry.from(24);
        var video = MatroskaBytes.element(
                0xe0,
                MatroskaBytes.number(0xb0, Short.toUnsignedInt(sizes.getShort())),
                MatroskaBytes.number(0xba, Short.toUnsignedInt(sizes.getShort())));
        var body = MatroskaBytes.joined(
                MatroskaBytes.number(0xd7, 1),
                MatroskaBytes.number(0x73c5, 1),
                MatroskaBytes.number(0x83, 1),
                MatroskaBytes.text(0x86, codec),
                settings.length == 0 ? settings : MatroskaBytes.element(0x63a2, settings),
                video);
        return Optional.of(new FilmTrack(1, codec, body, FilmTrack.nalLengthBytes(codec, settings)));
    }

    private static String codec(String type) {
        return switch (type) {
            case "avc1", "avc3", "dva1", "dvav" -> "V_MPEG4/ISO/AVC";
            case "hvc1", "hev1", "dvh1", "dvhe" -> "V_MPEGH/ISO/HEVC";
            case "av01", "dav1" -> "V_AV1";
            case "vp08" -> "V_VP8";
            case "vp09" -> "V_VP9";
            case "mp4v" -> "V_MPEG4/ISO/ASP";
            default -> "";
        };
    }

    private static byte[] settings(String codec, Box entry) throws DamagedContainer {
        var inner = new Box(entry.type(), entry.from(VISUAL_ENTRY_BYTES));
        return switch (codec) {
            case "V_MPEG4/ISO/AVC" -> bytes(inner.required("avcC").body());
            case "V_MPEGH/ISO/HEVC" -> bytes(inner.required("hvcC").body());
            case "V_AV1" -> bytes(inner.required("av1C").body());
            case "V_MPEG4/ISO/ASP" -> decoderSpecific(inner.required("esds").table());
            default -> new byte[0];
        };
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /// The descriptor 5 within the descriptors 3 and 4 (ISO/IEC 14496-1, 7.2.6).
    private static byte[] decoderSpecific(ByteBuffer descriptors) {
        while (descriptors.remaining() > 2) {
            var tag = descriptors.get();
            var length = descriptorLength(descriptors);
            switch (tag) {
                case 3 -> skip(descriptors, 3);
                case 4 -> skip(descriptors, 13);
                case 5 -> {
                    return bytes(descriptors.slice(descriptors.position(), Math.min(length, descriptors.remaining())));
                }
                default -> skip(descriptors, length);
            }
        }
        return new byte[0];
    }

    private static void skip(ByteBuffer buffer, int bytes) {
        buffer.position(buffer.position() + Math.min(bytes, buffer.remaining()));
    }

    private static int descriptorLength(ByteBuffer bytes) {
        var length = 0;
        for (var i = 0; i < 4 && bytes.hasRemaining(); i++) {
            var part = bytes.get();
            length = (length << 7) | (part & 0x7f);
            if (part >= 0) {
                break;
            }
        }
        return length;
    }
}
