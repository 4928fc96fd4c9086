package media.usenet.worker;

import java.util.function.BooleanSupplier;
import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Waits for a database that is away, locked or full.
public final class Patience {

    private static final Logger log = LoggerFactory.getLogger(Patience.class);
    private static final long AGAIN_MILLIS = 500;

    private Patience() {}

    /// @return what the change answered; false when it was given up
    static boolean until(BooleanSupplier givenUp, BooleanSupplier change) {
        while (true) {
            try {
                return change.getAsBoolean();
            } catch (ProblemException e) {
                if (!isPassing(e)) {
                    throw e;
                }
                if (givenUp.getAsBoolean() || !slept()) {
                    log.warn("{}. Remedy: {}", e.detail(), e.remedy());
                    return false;
                }
            }
        }
    }

    public static boolean isPassing(ProblemException e) {
        return switch (e.problem()) {
            case DATABASE_UNREACHABLE, DATABASE_BUSY, DATABASE_FULL -> true;
            default -> false;
        };
    }

    private static boolean slept() {
        try {
            Thread.sleep(AGAIN_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
