package media.usenet.making;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import media.usenet.ffmpeg.MediaInput;

/// Arguments by which FFmpeg cuts renditions into segments with their playlists.
final class Segments {

    static final String HLS_ENTRY = "master.m3u8";
    static final String DASH_ENTRY = "manifest.mpd";

    private static final String SOUND_GROUP = "sound";

    private Segments() {}

    /// @param renditions how many; the sound, if any, is the input after them
    static List<String> hls(int renditions, boolean sound, int seconds, Path folder) {
        var arguments = new ArrayList<>(List.of("-f", "hls", "-hls_time", String.valueOf(seconds)));
        arguments.addAll(List.of("-hls_playlist_type", "vod", "-hls_segment_type", "fmp4"));
        arguments.addAll(List.of("-hls_flags", "independent_segments", "-master_pl_name", HLS_ENTRY));
        arguments.addAll(List.of("-var_stream_map", variants(renditions, sound)));
        arguments.addAll(List.of("-hls_fmp4_init_filename", "init-%v.mp4"));
        arguments.addAll(List.of("-hls_segment_filename", MediaInput.name(folder.resolve("v%v-%05d.m4s"))));
        arguments.add(MediaInput.name(folder.resolve("v%v.m3u8")));
        return arguments;
    }

    static List<String> dash(boolean sound, int seconds, Path folder) {
        var arguments = new ArrayList<>(List.of("-f", "dash", "-seg_duration", String.valueOf(seconds)));
        arguments.addAll(List.of("-use_template", "1", "-use_timeline", "1"));
        arguments.addAll(List.of("-adaptation_sets", sound ? "id=0,streams=v id=1,streams=a" : "id=0,streams=v"));
        arguments.addAll(List.of("-init_seg_name", "init-$RepresentationID$.m4s"));
        arguments.addAll(List.of("-media_seg_name", "v$RepresentationID$-$Number%05d$.m4s"));
        arguments.add(MediaInput.name(folder.resolve(DASH_ENTRY)));
        return arguments;
    }

    private static String variants(int renditions, boolean sound) {
        var films = IntStream.range(0, renditions)
                .mapToObj(number -> "v:" + number + (sound ? ",agroup:" + SOUND_GROUP : ""))
                .collect(Collectors.joining(" "));
        return sound ? films + " a:0,agroup:" + SOUND_GROUP : films;
    }
}
