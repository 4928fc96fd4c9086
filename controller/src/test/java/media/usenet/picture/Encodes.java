package media.usenet.picture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What happens to films before they lie in a library: each kind as arguments of FFmpeg between input and
/// output.
final class Encodes {

    private static final String X264 = "-c:v libx264 -preset veryfast -threads 1 -g 120 -crf 23";

    /// @param before arguments before the input
    record Encode(String extension, String before, String after) {}

    /// The one that all groups have.
    static final Encode BASE = new Encode("mkv", "", X264);

    static final Map<String, Encode> COPIES = copies();

    private Encodes() {}

    private static Map<String, Encode> copies() {
        var all = new LinkedHashMap<String, Encode>();
        all.put(
                "web-2s-gop",
                mp4("-c:v libx264 -preset veryfast -threads 1 -g 24 -keyint_min 24 -sc_threshold 0 -crf 25"));
        all.put(
                "x265",
                mkv("-vf scale=480:270 -c:v libx265 -preset ultrafast -crf 27"
                        + " -x265-params log-level=error:pools=none:frame-threads=1:keyint=120"));
        all.put("low-bitrate", mkv("-c:v libx264 -preset veryfast -threads 1 -g 120 -b:v 90k"));
        all.put("mpeg4-avi", new Encode("avi", "", "-c:v mpeg4 -threads 1 -g 120 -q:v 6"));
        all.put("av1", mkv("-c:v libsvtav1 -preset 12 -crf 40 -g 120 -svtav1-params lp=1"));
        all.put(
                "vp9",
                new Encode("webm", "", "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -threads 1 -g 120 -b:v 200k"));
        all.put("small", mp4("-vf scale=192:108 " + X264));
        all.put("letterbox", mkv("-vf pad=320:240:0:30:black " + X264));
        all.put("crop", mkv("-vf crop=iw*0.8:ih*0.8,scale=320:180 " + X264));
        all.put(
                "logo-subs",
                mkv("-vf drawbox=x=268:y=10:w=40:h=22:color=white@0.8:t=fill,"
                        + "drawbox=x=70:y=156:w=180:h=14:color=white:t=fill:enable='lt(mod(t\\,7)\\,4)' " + X264));
        all.put("brighter", mp4("-vf eq=brightness=0.09:contrast=1.15:saturation=1.3 " + X264));
        all.put("hdr-to-sdr", mkv("-vf curves=all='0/0\\ 0.25/0.12\\ 0.5/0.42\\ 0.75/0.8\\ 1/0.95' " + X264));
        all.put("pal", mkv("-vf setpts=PTS*24/25 -r 12.5 " + X264));
        all.put("cut-intro", mkv("-ss 22 " + X264));
        all.put("cut-credits", mp4(X264));
        all.put("grain", mkv("-vf noise=alls=22:allf=t " + X264));
        all.put(
                "cbr",
                mkv("-c:v libx264 -preset veryfast -threads 1 -g 24 -keyint_min 24 -sc_threshold 0 -b:v 250k"
                        + " -minrate 250k -maxrate 250k -bufsize 250k -x264-params nal-hrd=cbr:force-cfr=1"));
        all.put("transport-stream", new Encode("ts", "", "-c:v mpeg2video -threads 1 -g 12 -q:v 5 -r 24"));
        return all;
    }

    private static Encode mkv(String after) {
        return new Encode("mkv", "", after);
    }

    private static Encode mp4(String after) {
        return new Encode("mp4", "", after);
    }

    static List<String> words(String arguments) {
        return arguments.isBlank()
                ? List.of()
                : List.of(arguments.trim().replace("\\ ", "\u0000").split(" ")).stream()
                        .map(word -> word.replace('\u0000', ' '))
                        .toList();
    }
}
