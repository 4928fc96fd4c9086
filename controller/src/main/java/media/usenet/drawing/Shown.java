package media.usenet.drawing;

import java.nio.file.Path;
import java.time.Duration;

/// A film that is drawn.
public record Shown(Path file, Duration length) {

    public Shown {
        if (!length.isPositive()) {
            throw new IllegalArgumentException("%s has no length".formatted(file));
        }
    }
}
