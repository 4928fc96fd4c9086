package media.usenet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/// Passes an answer on as it comes, however long it is.
final class Export {

    private static final int PART = 8192;

    private Export() {}

    /// @return what the process ends with
    static int show(Session session, Controller controller, Query query) {
        var accepted = Map.of("Accept", "application/json, text/csv");
        try (var answer = controller.open("GET", query, null, accepted, Duration.ZERO)) {
            var part = new byte[PART];
            for (int length = answer.body().read(part);
                    length >= 0;
                    length = answer.body().read(part)) {
                session.screen().pass(part, length);
            }
        } catch (IOException e) {
            throw controller.broken(e);
        }
        return Exit.DONE.code;
    }
}
