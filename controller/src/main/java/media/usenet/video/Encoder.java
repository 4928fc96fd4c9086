package media.usenet.video;

import java.util.List;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;

/// A family of encoders and its arguments: pure, the same for the same wishes, facts and build.
public sealed interface Encoder
        permits X264, X265, SvtAv1, Vp9, Nvenc, Qsv, IntelVaapi, AmdVaapi, V4l2, Rockchip, VideoToolbox {

    /// Every one that there are arguments for, whether this machine has it or not.
    static List<Encoder> all() {
        return List.of(
                new X264(),
                new X265(),
                new SvtAv1(),
                new Vp9(),
                new Nvenc(),
                new Qsv(),
                new IntelVaapi(),
                new AmdVaapi(),
                new V4l2(),
                new Rockchip(),
                new VideoToolbox());
    }

    Family family();

    /// What this family may be able to encode to, whatever the device.
    Set<Codec> codecs();

    /// FFmpeg's name of it: `hevc_nvenc`.
    String name(Codec codec);

    /// How many bits it may be able to encode.
    default List<Integer> depths(Codec codec) {
        return codec == Codec.H264 || family() == Family.RKMPP ? List.of(8) : List.of(8, 10);
    }

    /// Whether it has options that only some devices know.
    default boolean enhances() {
        return family() == Family.NVENC || family() == Family.QSV;
    }

    /// @param wanted with one of this family's codecs
    /// @param build of which only the filters that work are said
    /// @throws media.usenet.problem.ProblemException `VIDEO_NOT_POSSIBLE` where no arguments can give what is
    ///     wanted
    Chain chain(VideoSpec wanted, Video input, Device device, FFmpegBuild build, Abilities abilities);
}
