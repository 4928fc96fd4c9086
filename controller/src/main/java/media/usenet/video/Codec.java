package media.usenet.video;

/// What video can be encoded to.
public enum Codec {
    H264("h264", "H.264"),
    HEVC("hevc", "HEVC"),
    AV1("av1", "AV1"),
    VP9("vp9", "VP9");

    private final String ffmpegName;
    private final String title;

    Codec(String ffmpegName, String title) {
        this.ffmpegName = ffmpegName;
        this.title = title;
    }

    /// As ffprobe says it of a stream.
    public String ffmpegName() {
        return ffmpegName;
    }

    public String title() {
        return title;
    }
}
