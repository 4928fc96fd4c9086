package media.usenet.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file as an input of ffmpeg or ffprobe that can name no other file and no network. The protocols alone do
/// not do it: a file `.mp4` that holds a playlist reads its neighbours through `file:` as well, unless the
/// format is refused.
///
/// @param demuxer forced in place of guessing; null guesses among the formats that refer to nothing outside
public record MediaInput(Path file, @Nullable String demuxer) {

    /// Formats whose demuxers open nothing else. Not among them, on purpose: `hls`, `dash`, `concat`, `image2`,
    /// `sdp`, `rtsp`, `lavfi`, `tty`, `webm_dash_manifest`, `imf`, `svg_pipe`, `libgme`, `vapoursynth`, `tee`.
    static final String FORMATS = String.join(
            ",",
            "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,mpegts,mpeg,mpegvideo,avi,flv,asf,nut,mxf,ogg,ivf,dv,rm,wtv,swf,gif",
            "h264,hevc,m4v,av1,obu,vc1,yuv4mpegpipe",
            "mp3,aac,ac3,eac3,dts,dtshd,truehd,mlp,flac,wav,w64,aiff,caf,au,amr,ape,tta,tak,wv,mpc,mpc8,dsf,shn,voc",
            "srt,ass,webvtt,sup,microdvd,subviewer,mpl2,lrc,stl",
            "png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe,apng");

    public MediaInput {
        if (!file.isAbsolute()) {
            throw new IllegalArgumentException("an input's path must be absolute: " + file);
        }
    }

    public static MediaInput of(Path file) {
        return new MediaInput(file, null);
    }

    /// The arguments up to and with `-i`.
    public List<String> arguments() {
        var arguments = new ArrayList<>(guards());
        arguments.addAll(List.of("-i", name(file)));
        return List.copyOf(arguments);
    }

    /// The same without `-i`, for options that stand between.
    List<String> guards() {
        var guards = new ArrayList<>(List.of("-protocol_whitelist", "file,pipe", "-format_whitelist", FORMATS));
        if (demuxer != null) {
            guards.addAll(List.of("-f", demuxer));
        }
        return guards;
    }

    /// A path as FFmpeg takes it for a file whatever its name says: `tcp:127.0.0.1:9` would open a socket.
    public static String name(Path file) {
        return "file:" + file.toAbsolutePath();
    }
}
