package media.usenet.backup;

import java.util.function.Consumer;
import media.usenet.event.Step;
import media.usenet.staging.Counting;

/// Steps that count bytes, as often as anyone looks: several times a second.
final class Pace {

    private static final long NANOS = 200_000_000;

    private long last = System.nanoTime() - NANOS;

    static Counting bytes(Consumer<Step> tell, String subject, String text) {
        var pace = new Pace();
        return (done, total) -> {
            if (pace.due() || done >= total) {
                tell.accept(new Step(subject, text, done, total, "bytes"));
            }
        };
    }

    private boolean due() {
        boolean due = System.nanoTime() - last >= NANOS;
        if (due) {
            last = System.nanoTime();
        }
        return due;
    }
}
