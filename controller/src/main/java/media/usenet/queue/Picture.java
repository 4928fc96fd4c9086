package media.usenet.queue;

import java.util.List;
import java.util.Map;
import media.usenet.job.EncoderStep;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import org.jspecify.annotations.Nullable;

/// How an attempt looks at one moment.
public record Picture(
        @Nullable Phase phase,
        @Nullable Progress progress,
        List<EncoderStep> encoderPath,
        List<String> warnings,
        Map<String, Object> notes) {

    public static final Picture EMPTY = new Picture(null, null, List.of(), List.of(), Map.of());

    public Picture {
        encoderPath = List.copyOf(encoderPath);
        warnings = List.copyOf(warnings);
        notes = Map.copyOf(notes);
    }
}
