package media.usenet.ffmpeg;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;

/// Asks ffprobe what a file holds.
final class FFprobe {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String program;
    private final ProcessRunner programs;
    private final Confinement confinement;
    private final Path folder;

    FFprobe(String program, ProcessRunner programs, Confinement confinement, Path folder) {
        this.program = program;
        this.programs = programs;
        this.confinement = confinement;
        this.folder = folder;
    }

    MediaFacts probe(Path file) {
        var whole = answer(file, ProbeTexts.WHOLE);
        var firstFrame = ProbeTexts.highDynamicRange(whole) ? answer(file, ProbeTexts.FIRST_FRAME) : "{}";
        return ProbeTexts.facts(whole, firstFrame);
    }

    private String answer(Path file, List<String> questions) {
        var argv = new ArrayList<>(List.of(program, "-hide_banner", "-v", "error", "-of", "json"));
        argv.addAll(questions);
        argv.addAll(MediaInput.of(file).arguments());
        try (var scratch = Scratch.below(folder)) {
            var cell = new Cell(scratch.folder(), List.of(file), List.of(), Limits.USUAL.withCpu(LIMIT));
            return text(file, programs.run(Command.of(LIMIT, confinement.argv(cell, argv))));
        }
    }

    private String text(Path file, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code, String stdout, String _) when code == 0 -> stdout;
            case Outcome.Exited(int code, String _, String stderr) -> {
                var failure = FailureRules.judge(code, stderr.lines().toList());
                throw unreadable(
                        "%s: %s".formatted(file, failure.reason()),
                        failure.kind().remedy());
            }
            case Outcome.TimedOut _ ->
                throw new ProblemException(
                        Problem.MEDIA_HANGS,
                        "cannot read %s: ffprobe read for %d seconds without an end".formatted(file, LIMIT.toSeconds()),
                        "check the drive it is on, and play the file: it may be damaged");
            case Outcome.NotFound(String name) -> throw MissingProgram.problem("there is no program " + name);
        };
    }

    private static ProblemException unreadable(String detail, String remedy) {
        return new ProblemException(Problem.MEDIA_UNREADABLE, "cannot read " + detail, remedy);
    }
}
