package media.usenet.ffmpeg;

import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// ffmpeg or ffprobe that is not there, or does not even say its version.
final class MissingProgram {

    private MissingProgram() {}

    static ProblemException problem(String detail) {
        return new ProblemException(
                Problem.FFMPEG_MISSING,
                detail,
                "install FFmpeg (Debian: apt install ffmpeg), or set ffmpeg.program and ffmpeg.probe-program to it");
    }
}
