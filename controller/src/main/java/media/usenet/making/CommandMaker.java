package media.usenet.making;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import media.usenet.climb.Bench;
import media.usenet.climb.NotMade;
import media.usenet.climb.Pass;
import media.usenet.fetch.FileNames;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.job.FailureClass;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.task.Task;
import media.usenet.worker.Ending;

/// Runs a command that people wrote, with our own words for every file.
final class CommandMaker {

    private CommandMaker() {}

    static Product make(Task.Run task, Bench bench) throws NotMade, InterruptedException {
        var inputs = new LinkedHashMap<String, Path>();
        for (int number = 0; number < task.names().size(); number++) {
            inputs.put(task.names().get(number), bench.inputs().get(number).file());
        }
        var outputs = new LinkedHashMap<String, Path>();
        var folder = folder(bench);
        task.command().outputs().forEach((name, file) -> outputs.put(name, folder.resolve(FileNames.safe(file))));
        var arguments = task.command()
                .arguments(
                        name -> MediaInput.of(of(inputs, name)).arguments(),
                        name -> MediaInput.name(of(outputs, name)));
        bench.must(new Pass(arguments, length(bench), 1));
        for (var output : outputs.values()) {
            requireMade(output);
        }
        return Product.named(
                List.copyOf(outputs.values()), Map.of("command", task.command().preview()));
    }

    private static Path of(Map<String, Path> files, String name) {
        return Objects.requireNonNull(files.get(name), () -> "the command names a file that it has not: " + name);
    }

    private static Duration length(Bench bench) {
        return bench.inputs().stream()
                .map(input -> Objects.requireNonNullElse(input.facts().duration(), Duration.ZERO))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    private static Path folder(Bench bench) {
        try {
            return Files.createDirectory(bench.folder().resolve("outputs"));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, bench.folder() + " cannot be written", "check the drive it is on", e);
        }
    }

    private static void requireMade(Path output) throws NotMade {
        try {
            if (Files.isRegularFile(output) && Files.size(output) > 0) {
                return;
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, output + " cannot be read", "check the drive it is on", e);
        }
        throw new NotMade(new Ending.Failed(
                FailureClass.VALIDATION,
                "the command made no %s".formatted(output.getFileName()),
                "look at the job's log"));
    }
}
