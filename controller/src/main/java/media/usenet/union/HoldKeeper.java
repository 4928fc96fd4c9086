package media.usenet.union;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Consumer;
import media.usenet.host.StateFile;

/// The hold of this machine. It outlives the program: a drive that went before a restart is missing after it.
final class HoldKeeper {

    private final StateFile<Hold> file;
    private final InstantSource clock;
    private final Consumer<HoldChanged> listener;
    private Hold hold;

    /// @param listener is told after a change is on disk, on the thread that made it
    HoldKeeper(Path file, InstantSource clock, Consumer<HoldChanged> listener) {
        this.file = new StateFile<>(file, Hold.class);
        this.clock = clock;
        this.listener = listener;
        this.hold = this.file.read().orElse(Hold.NONE);
    }

    synchronized Hold current() {
        return hold;
    }

    synchronized void missing(String slot) {
        change(hold.onMissing(slot, clock.instant()));
    }

    synchronized void returned(String slot) {
        change(hold.onReturned(slot));
    }

    synchronized void end() {
        change(Hold.NONE);
    }

    private void change(Hold next) {
        if (!next.equals(hold)) {
            var before = hold;
            file.write(next);
            hold = next;
            listener.accept(new HoldChanged(before, next));
        }
    }
}
