package media.usenet.fetch;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What a file is by its first bytes, of what this program takes in: video, sound, pictures, subtitles. Whatever is
/// not on the list is not taken.
public enum FileKind {
    MP4("mp4", "m4v", "m4a", "m4b", "mov", "qt", "3gp", "3g2", "mj2", "heic", "heif", "avif", "aac", "alac"),
    MATROSKA("mkv", "mka", "mks", "mk3d", "webm", "weba"),
    MPEG_TS("ts", "m2ts", "mts", "m2t", "tp", "trp"),
    MPEG(
            "mpg", "mpeg", "mpe", "vob", "m2v", "m1v", "m2p", "ps", "evo", "mpv", "264", "h264", "avc", "265", "h265",
            "hevc"),
    AVI("avi", "divx"),
    WAV("wav", "w64", "rf64"),
    FLV("flv", "f4v"),
    ASF("wmv", "wma", "asf"),
    OGG("ogg", "ogv", "oga", "opus", "spx", "ogm"),
    FLAC("flac"),
    MPEG_AUDIO("mp3", "mp2", "mpa", "aac", "adts", "flac"),
    AC3("ac3", "eac3", "ec3"),
    DTS("dts", "dtshd"),
    AIFF("aif", "aiff", "aifc"),
    CAF("caf"),
    APE("ape"),
    WAVPACK("wv"),
    AMR("amr"),
    REAL("rm", "rmvb", "ra"),
    MXF("mxf"),
    IVF("ivf"),
    YUV4MPEG("y4m"),
    JPEG("jpg", "jpeg", "jpe", "jfif"),
    PNG("png", "apng"),
    GIF("gif"),
    BMP("bmp", "dib"),
    TIFF("tif", "tiff"),
    WEBP("webp"),
    JPEG_XL("jxl"),
    PGS("sup"),
    VOBSUB("idx"),
    WEBVTT("vtt"),
    ASS("ass", "ssa"),
    SUBRIP("srt", "sub");

    private static final HexFormat HEX = HexFormat.of();
    private static final int SEEN_AS_TEXT = 1024;
    private static final int LONGEST_MAGIC = 64;
    private static final Pattern SUBRIP_CUE =
            Pattern.compile("(?s)\\s*\\d+\\s*\\R\\s*\\d{1,3}:\\d{2}:\\d{2}[,.]\\d{1,3}\\s*-->.*|\\{\\d+}\\{\\d*}.*");
    // What a browser or a shell would run although it stands in a picture or a subtitle.
    private static final Pattern ACTIVE = Pattern.compile("(?i)<(?:script|html|!doctype|svg|\\?php|iframe)");

    // The second octet of a frame: layer III, layer II, ADTS. 0xff 0xfe would be layer I, and is the mark of UTF-16.
    private static final Set<Integer> AUDIO_FRAMES =
            Set.of(0xfa, 0xfb, 0xf2, 0xf3, 0xe2, 0xe3, 0xfc, 0xfd, 0xf4, 0xf5, 0xf0, 0xf1, 0xf8, 0xf9);
    private static final Set<Integer> PGS_SEGMENTS = Set.of(0x14, 0x15, 0x16, 0x17, 0x80);

    private final String extensions;

    FileKind(String... extensions) {
        this.extensions = " " + String.join(" ", extensions) + " ";
    }

    /// @param extension in lower case, without the dot
    public boolean mayBeCalled(String extension) {
        return extensions.contains(" " + extension + " ");
    }

    /// @param head the first bytes of a file, up to 64 KiB of them
    public static Optional<FileKind> of(byte[] head) {
        return active(head) ? Optional.empty() : byMagic(head);
    }

    /// Why a file that begins so is not taken; empty when it is.
    public static Optional<String> flaw(byte[] head) {
        if (head.length == 0) {
            return Optional.of("it is empty");
        }
        if (active(head)) {
            return Optional.of("it holds a web page or a script");
        }
        return byMagic(head).isPresent()
                ? Optional.empty()
                : Optional.of("its first bytes are those of no video, sound, picture or subtitle");
    }

    /// As [#flaw(byte[])], for a file that has a name: its extension must be one of what it is.
    public static Optional<String> flaw(String name, byte[] head) {
        var extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return flaw(head)
                .or(() -> of(head).filter(kind -> !kind.mayBeCalled(extension))
                        .map(kind -> "it is called .%s and is %s".formatted(extension, kind)));
    }

    private static boolean active(byte[] head) {
        var text = new String(head, 0, Math.min(head.length, SEEN_AS_TEXT), StandardCharsets.ISO_8859_1);
        return ACTIVE.matcher(text).find() || (text.startsWith("#!") && !text.startsWith("#!AMR"));
    }

    private static Optional<FileKind> byMagic(byte[] head) {
        var start = new String(head, 0, Math.min(head.length, LONGEST_MAGIC), StandardCharsets.ISO_8859_1);
        return MAGICS.stream()
                .filter(magic -> start.startsWith(magic.bytes(), magic.offset()))
                .map(Magic::kind)
                .findFirst()
                .or(() -> byStructure(head));
    }

    /// Bytes at a fixed place.
    ///
    /// @param bytes each as one character
    private record Magic(FileKind kind, int offset, String bytes) {}

    private static Magic magic(FileKind kind, int offset, String hex) {
        return text(kind, offset, new String(HEX.parseHex(hex), StandardCharsets.ISO_8859_1));
    }

    private static Magic text(FileKind kind, int offset, String text) {
        return new Magic(kind, offset, text);
    }

    private static final List<Magic> MAGICS = List.of(
            text(MP4, 4, "ftyp"),
            text(MP4, 4, "moov"),
            text(MP4, 4, "mdat"),
            text(MP4, 4, "wide"),
            text(MP4, 4, "skip"),
            text(MP4, 4, "styp"),
            magic(MATROSKA, 0, "1a45dfa3"),
            magic(MPEG, 0, "000001ba"),
            magic(MPEG, 0, "000001b3"),
            magic(MPEG, 0, "00000001"),
            text(AVI, 8, "AVI "),
            text(WAV, 8, "WAVE"),
            text(WAV, 0, "riff"),
            text(WEBP, 8, "WEBP"),
            text(FLV, 0, "FLV"),
            magic(ASF, 0, "3026b2758e66cf11"),
            text(OGG, 0, "OggS"),
            text(FLAC, 0, "fLaC"),
            text(MPEG_AUDIO, 0, "ID3"),
            magic(AC3, 0, "0b77"),
            magic(DTS, 0, "7ffe8001"),
            text(DTS, 0, "DTSHDHDR"),
            text(AIFF, 8, "AIFF"),
            text(AIFF, 8, "AIFC"),
            text(CAF, 0, "caff"),
            text(APE, 0, "MAC "),
            text(WAVPACK, 0, "wvpk"),
            text(AMR, 0, "#!AMR"),
            text(REAL, 0, ".RMF"),
            magic(MXF, 0, "060e2b34"),
            text(IVF, 0, "DKIF"),
            text(YUV4MPEG, 0, "YUV4MPEG2 "),
            magic(JPEG, 0, "ffd8ff"),
            magic(PNG, 0, "89504e470d0a1a0a"),
            text(GIF, 0, "GIF87a"),
            text(GIF, 0, "GIF89a"),
            magic(TIFF, 0, "49492a00"),
            magic(TIFF, 0, "4d4d002a"),
            magic(JPEG_XL, 0, "0000000c4a584c20"),
            magic(JPEG_XL, 0, "ff0a"),
            text(VOBSUB, 0, "# VobSub"),
            text(WEBVTT, 0, "WEBVTT"),
            magic(WEBVTT, 0, "efbbbf574542565454"),
            text(ASS, 0, "[Script Info]"),
            magic(ASS, 0, "efbbbf5b53637269707420496e666f5d"));

    private static Optional<FileKind> byStructure(byte[] head) {
        if (everyPacket(head, 0, 188) || everyPacket(head, 4, 192)) {
            return Optional.of(MPEG_TS);
        }
        if (head.length >= 2 && head[0] == (byte) 0xff && AUDIO_FRAMES.contains(head[1] & 0xff)) {
            return Optional.of(MPEG_AUDIO);
        }
        if (head.length > 10 && head[0] == 'P' && head[1] == 'G' && PGS_SEGMENTS.contains(head[10] & 0xff)) {
            return Optional.of(PGS);
        }
        // A bitmap tells its own length, and that its second word is nothing.
        if (head.length >= 10
                && head[0] == 'B'
                && head[1] == 'M'
                && ByteBuffer.wrap(head).getInt(6) == 0) {
            return Optional.of(BMP);
        }
        return isSubrip(head) ? Optional.of(SUBRIP) : Optional.empty();
    }

    /// @param first where the first sync byte of a transport stream stands
    private static boolean everyPacket(byte[] head, int first, int packet) {
        if (head.length <= first + packet) {
            return false;
        }
        for (var at = first; at < Math.min(head.length, first + 5 * packet); at += packet) {
            if (head[at] != 0x47) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSubrip(byte[] head) {
        var text =
                new String(head, 0, Math.min(head.length, SEEN_AS_TEXT), StandardCharsets.UTF_8).replace("\ufeff", "");
        return SUBRIP_CUE.matcher(text).matches();
    }
}
