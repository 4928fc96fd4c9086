package media.usenet.task;

/// Sound codecs by the names people give them.
public final class AudioCodec {

    private AudioCodec() {}

    /// FFmpeg's encoders of these two are experimental: what they make is only copied.
    public static boolean canBeMade(String codec) {
        return !codec.equals("dts") && !codec.equals("truehd");
    }

    /// FFmpeg's own `opus` and `vorbis` encoders are experimental; the libraries' are not.
    public static String encoder(String codec) {
        return switch (codec) {
            case "opus" -> "libopus";
            case "mp3" -> "libmp3lame";
            case "vorbis" -> "libvorbis";
            default -> codec;
        };
    }
}
