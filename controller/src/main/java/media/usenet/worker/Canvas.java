package media.usenet.worker;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import media.usenet.job.EncoderStep;
import media.usenet.job.Phase;
import media.usenet.job.Progress;
import media.usenet.queue.Picture;
import org.jspecify.annotations.Nullable;

/// What an attempt tells of itself while it runs, kept in memory: work tells far more often than anybody looks.
final class Canvas {

    private static final int MOST_WARNINGS = 100;

    private final List<EncoderStep> encoderPath;
    private final List<String> warnings = new ArrayList<>();
    private final Map<String, Object> notes = new LinkedHashMap<>();
    private @Nullable Phase phase;
    private @Nullable Progress progress;

    /// @param earlier encoders that were tried before another lane took the job over
    Canvas(List<EncoderStep> earlier) {
        this.encoderPath = new ArrayList<>(earlier);
    }

    synchronized void phase(Phase now) {
        phase = now;
    }

    synchronized void progress(Progress now) {
        progress = now;
    }

    /// A later word on the encoder that was told of last takes the place of the earlier one.
    synchronized void encoder(EncoderStep step) {
        if (!encoderPath.isEmpty() && encoderPath.getLast().isSameEncoder(step.encoder(), step.device())) {
            encoderPath.removeLast();
        }
        encoderPath.add(step);
    }

    synchronized void warn(String text) {
        if (warnings.size() < MOST_WARNINGS && !warnings.contains(text)) {
            warnings.add(text);
        }
    }

    synchronized void note(String key, Object value) {
        notes.put(key, value);
    }

    synchronized Picture picture() {
        return new Picture(phase, progress, encoderPath, warnings, notes);
    }
}
