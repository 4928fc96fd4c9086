package media.usenet.ffmpeg;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.host.Command;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;

/// The one door to ffmpeg and ffprobe. Safe to use from several threads at once.
public final class FFmpeg {

    private static final List<String> HEAD =
            List.of("-hide_banner", "-nostdin", "-nostats", "-progress", "pipe:1", "-stats_period", "0.5", "-y");

    private final String program;
    private final ProcessRunner programs;
    private final Confinement confinement;
    private final KnownMedia media;
    private final BuildReader builds;

    /// @param probeFolder in which each ffprobe gets a work folder
    public FFmpeg(
            String program, String probeProgram, ProcessRunner programs, Confinement confinement, Path probeFolder) {
        this.program = program;
        this.programs = programs;
        this.confinement = confinement;
        this.media = new KnownMedia(
                new FFprobe(probeProgram, programs, confinement, probeFolder)::probe, InstantSource.system());
        this.builds = new BuildReader(program, programs);
    }

    /// What the file holds; known already where it was looked at before and has not changed since. The file is taken
    /// for hostile: it can make ffprobe read nothing but itself.
    ///
    /// @throws ProblemException `MEDIA_UNREADABLE`, `MEDIA_HANGS`, `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public MediaFacts probe(Path file) {
        return media.facts(file.toAbsolutePath().normalize());
    }

    /// What the binary was built with. Asks it for its version each time, and for the rest when that has
    /// changed.
    ///
    /// @throws ProblemException `FFMPEG_MISSING`
    public FFmpegBuild build() {
        return builds.build();
    }

    /// By name or path, as it was set.
    public String program() {
        return program;
    }

    /// Runs FFmpeg to its end. An interrupted thread ends the whole process tree before this returns.
    ///
    /// @param onProgress twice a second, from another thread
    /// @param onLine each line of standard error, from another thread
    /// @throws ProblemException `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public FFmpegOutcome run(FFmpegRun run, Consumer<Progress> onProgress, Consumer<String> onLine)
            throws InterruptedException {
        var argv = new ArrayList<>(settingVariables(run));
        argv.add(program);
        argv.addAll(HEAD);
        argv.addAll(run.arguments());
        var command = Command.of(run.limit(), confinement.argv(cell(run), argv));
        try {
            return new WatchedRun(run, store(run.cell().work()), onProgress, onLine).run(programs, command);
        } catch (ProblemException e) {
            throw e.problem() == Problem.PROGRAM_MISSING ? MissingProgram.problem(e.detail()) : e;
        }
    }

    /// A cell has an environment of its own: what a driver wants is set within it.
    private static List<String> settingVariables(FFmpegRun run) {
        var argv = new ArrayList<String>();
        if (!run.environment().isEmpty()) {
            argv.add("env");
            run.environment().forEach((name, value) -> argv.add(name + "=" + value));
        }
        return argv;
    }

    /// The program may stand where a cell does not look by itself, which it does for the first word alone.
    private Cell cell(FFmpegRun run) {
        var cell = run.cell();
        if (!program.startsWith("/") || run.environment().isEmpty()) {
            return cell;
        }
        var readable = new ArrayList<>(cell.readable());
        readable.add(Path.of(program));
        return new Cell(cell.work(), readable, cell.devices(), cell.limits());
    }

    private static FileStore store(Path folder) {
        try {
            return Files.getFileStore(folder);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, "cannot look at " + folder, "check that its drive is mounted", e);
        }
    }
}
