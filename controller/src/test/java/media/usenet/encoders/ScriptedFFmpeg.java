package media.usenet.encoders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.host.RunningProgram;

/// An ffmpeg that has x264 and QSV's HEVC, and encodes whatever it is given.
final class ScriptedFFmpeg implements ProcessRunner {

    private final AtomicInteger encodes = new AtomicInteger();
    private volatile String complaint = "";
    private String version = "5.1.9-0+deb12u1";

    FFmpeg in(Path folder) {
        return new FFmpeg("ffmpeg", "ffprobe", this, (_, program) -> program, folder.resolve("probe"));
    }

    void version(String other) {
        version = other;
    }

    /// From now on every encode ends with that, until it is empty.
    void failing(String line) {
        complaint = line;
    }

    int encodes() {
        return encodes.get();
    }

    @Override
    public Outcome run(Command command, Consumer<String> onErrorLine) {
        return new Outcome.Exited(0, answer(command.argv().getLast()), "");
    }

    private String answer(String question) {
        return switch (question) {
            case "-version" -> "ffmpeg version " + version + " Copyright\n";
            case "-encoders" -> """
                 V....D libx264              libx264 (codec h264)
                 V..... hevc_qsv             HEVC (Intel Quick Sync Video acceleration) (codec hevc)
                """.replaceAll("(?m)^ *V", " V");
            case "-filters" -> " ... scale             V->V       Scale\n";
            default -> "";
        };
    }

    @Override
    public RunningProgram start(Command command, Consumer<String> onLine, Consumer<String> onErrorLine) {
        encodes.incrementAndGet();
        if (!complaint.isEmpty()) {
            onErrorLine.accept(complaint);
        }
        return new Done(complaint.isEmpty() ? 0 : 1);
    }

    private record Done(int await) implements RunningProgram {

        @Override
        public long pid() {
            return 1;
        }

        @Override
        public void end(Duration grace) {}

        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }
    }
}
