package media.usenet.making;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.climb.Pass;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.graph.Filter;
import media.usenet.job.FailureClass;
import media.usenet.task.AudioWish;
import media.usenet.task.Task;
import media.usenet.worker.Ending;

/// Makes files of sound alone.
final class SoundMaker {

    private static final double FASTEST_FILTER = 2;
    private static final double SLOWEST_FILTER = 0.5;

    private SoundMaker() {}

    static Product extract(Task.Extract task, Bench bench) throws NotMade, InterruptedException {
        return make(bench, task.sound(), task.track(), List.of(), 1);
    }

    static Product tempo(Task.Tempo task, Bench bench) throws NotMade, InterruptedException {
        return make(bench, task.sound(), 0, List.of("-filter:a", tempo(task.tempo())), task.tempo());
    }

    private static Product make(Bench bench, AudioWish sound, int track, List<String> filters, double tempo)
            throws NotMade, InterruptedException {
        var input = bench.inputs().getFirst();
        if (input.facts().audio().size() <= track) {
            throw new NotMade(new Ending.Failed(
                    FailureClass.VALIDATION,
                    "%s has %d sound tracks, and track %d was asked for"
                            .formatted(input.source(), input.facts().audio().size(), track),
                    "look at what is in it: usenet media probe"));
        }
        var length = length(input, tempo);
        var file = bench.folder().resolve("output." + sound.format().extension());
        var arguments = new ArrayList<>(MediaInput.of(input.file()).arguments());
        arguments.addAll(List.of("-map", "0:" + input.facts().audio().get(track).index(), "-vn"));
        arguments.addAll(filters);
        arguments.addAll(sound.arguments());
        arguments.add(MediaInput.name(file));
        bench.must(new Pass(arguments, length, 1));
        return Product.of(file, new Expected(Optional.empty(), 1, length), Map.of());
    }

    private static Duration length(Input input, double tempo) {
        var length = Objects.requireNonNullElse(input.facts().duration(), Duration.ZERO);
        return Duration.ofMillis(Math.round(length.toMillis() / tempo));
    }

    /// One `atempo` keeps its quality between a half and double: beyond that, several in a row.
    static String tempo(double factor) {
        var filters = new ArrayList<String>();
        double left = factor;
        while (left > FASTEST_FILTER || left < SLOWEST_FILTER) {
            double step = left > 1 ? FASTEST_FILTER : SLOWEST_FILTER;
            filters.add(Filter.of("atempo").with("tempo", step).toString());
            left /= step;
        }
        filters.add(Filter.of("atempo").with("tempo", left).toString());
        return String.join(",", filters);
    }
}
