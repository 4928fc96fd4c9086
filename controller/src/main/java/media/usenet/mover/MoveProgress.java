package media.usenet.mover;

import java.util.function.Consumer;
import media.usenet.event.Step;

/// Tells how far a plan of moves is: every file as it begins, and every percent of the bytes.
final class MoveProgress {

    private final long totalBytes;
    private final Consumer<Step> tell;
    private long finished;
    private long current;
    private long told;
    private String slot = "";
    private String text = "";

    MoveProgress(long totalBytes, Consumer<Step> tell) {
        this.totalBytes = totalBytes;
        this.tell = tell;
    }

    void begin(Move move) {
        slot = move.from();
        text = "%s to %s".formatted(move.file().name(), move.to());
        current = 0;
        tell();
    }

    void bytes(long more) {
        current += more;
        if (finished + current - told >= Math.max(1, totalBytes / 100)) {
            tell();
        }
    }

    /// What stays counts as done: the plan is through with it.
    void end(Move move) {
        current = 0;
        finished += move.file().sizeBytes();
        if (finished == totalBytes && told < finished) {
            tell();
        }
    }

    private void tell() {
        told = finished + current;
        tell.accept(new Step(slot, text, told, totalBytes, "bytes"));
    }
}
