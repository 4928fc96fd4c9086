package media.usenet.transcode;

/// Sound codecs by the names people give them.
final class AudioCodec {

    private AudioCodec() {}

    /// FFmpeg's encoders of these two are experimental: what they make is only copied.
    static boolean canBeMade(String codec) {
        return !codec.equals("dts") && !codec.equals("truehd");
    }

    /// FFmpeg's own `opus` and `vorbis` encoders are experimental; the libraries' are not.
    static String encoder(String codec) {
        return switch (codec) {
            case "opus" -> "libopus";
            case "mp3" -> "libmp3lame";
            case "vorbis" -> "libvorbis";
            default -> codec;
        };
    }
}
