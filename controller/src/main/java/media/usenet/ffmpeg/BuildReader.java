package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Asks a binary what it was built with.
final class BuildReader {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final String program;
    private final ProcessRunner programs;
    private @Nullable FFmpegBuild known;

    BuildReader(String program, ProcessRunner programs) {
        this.program = program;
        this.programs = programs;
    }

    synchronized FFmpegBuild build() {
        var text = ask("-version");
        var version = BuildTexts.version(text);
        var configuration = BuildTexts.configuration(text);
        var build = known;
        if (build == null || !build.key().equals(FFmpegBuild.key(version, configuration))) {
            build = read(version, configuration);
            known = build;
        }
        return build;
    }

    /// All at once: each is little more than a start.
    private FFmpegBuild read(FFmpegVersion version, String configuration) {
        var encoders = asking("-encoders");
        var decoders = asking("-decoders");
        var filters = asking("-filters");
        var hwaccels = asking("-hwaccels");
        try {
            return new FFmpegBuild(
                    version,
                    configuration,
                    BuildTexts.coders(encoders.join()),
                    BuildTexts.coders(decoders.join()),
                    BuildTexts.filters(filters.join()),
                    BuildTexts.hwaccels(hwaccels.join()));
        } catch (CompletionException e) {
            throw e.getCause() instanceof ProblemException expected ? expected : e;
        }
    }

    private CompletableFuture<String> asking(String question) {
        return CompletableFuture.supplyAsync(() -> ask(question), Thread::startVirtualThread);
    }

    private String ask(String question) {
        var command = Command.of(LIMIT, program, "-hide_banner", question);
        return switch (programs.run(command)) {
            case Outcome.Exited(int code, String stdout, String _) when code == 0 -> stdout;
            case Outcome.Exited(int code, String _, String stderr) ->
                throw MissingProgram.problem("%s ended with %d: %s".formatted(command, code, stderr.strip()));
            case Outcome.TimedOut(Duration after) ->
                throw MissingProgram.problem("%s hung for %d seconds".formatted(command, after.toSeconds()));
            case Outcome.NotFound _ -> throw MissingProgram.problem("there is no program " + program);
        };
    }
}
