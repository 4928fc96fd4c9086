package media.usenet.making;

import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Climb;
import media.usenet.climb.NotMade;
import media.usenet.encoders.Encoders;
import media.usenet.task.Task;

/// Makes what each kind of task asks for.
public final class Kitchen {

    private final Encoders encoders;

    public Kitchen(Encoders encoders) {
        this.encoders = encoders;
    }

    /// @return empty where nothing is made but an answer
    public Optional<Product> make(Task task, Bench bench) throws NotMade, InterruptedException {
        var climb = new Climb(bench, encoders);
        var mixes = new MixMaker(bench, climb);
        return switch (task) {
            case Task.Transcode transcode ->
                Optional.of(
                        transcode.format().segmented()
                                ? new AdaptiveMaker(bench, climb).make(transcode)
                                : new FilmMaker(bench, climb).make(transcode));
            case Task.Extract extract -> Optional.of(SoundMaker.extract(extract, bench));
            case Task.Tempo tempo -> Optional.of(SoundMaker.tempo(tempo, bench));
            case Task.Compose compose -> Optional.of(Mixes.compose(compose, bench, mixes));
            case Task.Arrange arrange -> Optional.of(Mixes.arrange(arrange, mixes));
            case Task.Concat concat -> Optional.of(Mixes.concat(concat, bench, mixes));
            case Task.Loop loop -> Optional.of(Mixes.loop(loop, bench, mixes));
            case Task.Run run -> Optional.of(CommandMaker.make(run, bench));
            case Task.Probe _ -> Optional.empty();
        };
    }
}
