package media.usenet.video;

/// A kind of encoder: one API to one vendor's silicon, or software.
public enum Family {
    SOFTWARE("software"),
    NVENC("nvenc"),
    QSV("qsv"),
    VAAPI_INTEL("vaapi"),
    VAAPI_AMD("vaapi"),
    V4L2M2M("v4l2m2m"),
    RKMPP("rkmpp"),
    VIDEOTOOLBOX("videotoolbox");

    private final String api;

    Family(String api) {
        this.api = api;
    }

    /// As FFmpeg's encoders are called after it (`h264_nvenc`), as lanes and `hardware=` are.
    public String api() {
        return api;
    }

    public boolean hardware() {
        return this != SOFTWARE;
    }
}
