package media.usenet.ffmpeg;

/// Which FFmpeg: `5.1.9-0+deb12u1`, its numbers, 0.0.0 where its name has none (a build from a snapshot).
public record FFmpegVersion(String name, int major, int minor, int patch) implements Comparable<FFmpegVersion> {

    public boolean atLeast(int otherMajor, int otherMinor) {
        return major > otherMajor || (major == otherMajor && minor >= otherMinor);
    }

    @Override
    public int compareTo(FFmpegVersion other) {
        var byMajor = Integer.compare(major, other.major);
        var byMinor = byMajor != 0 ? byMajor : Integer.compare(minor, other.minor);
        return byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }

    @Override
    public String toString() {
        return name;
    }
}
