package media.usenet.cli;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Asks the controller to change something about drives: a dry run is answered with what would be done, anything else
/// with what was done, or with an operation that is then watched to its end.
final class StorageChange {

    /// A drive takes its time to write what memory held back for it: 32 GB at 20 MB/s are 27 minutes.
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private StorageChange() {}

    /// @param place below `/v1/storage`, escaped
    static int post(Session session, String place, @Nullable String body) {
        return ask(session, "POST", place, body);
    }

    static int delete(Session session, String place) {
        return ask(session, "DELETE", place, null);
    }

    /// @param drive as it was typed: slot, UUID, label or serial, or the beginning of one
    static String drive(String drive) {
        return "/drives/" + Query.escaped(drive);
    }

    static Query query(String place) {
        return new Query("/v1/storage" + place);
    }

    private static int ask(Session session, String method, String place, @Nullable String body) {
        var controller = session.controller();
        var query = query(place).with("dryRun", session.dryRun());
        var answer = controller.whole(method, query, body, PATIENCE);
        if (answer.accepted()) {
            return new Operation(session, controller, answer.json()).watch();
        }
        return session.dryRun() ? DryRun.show(session, answer) : StorageOutcome.show(session, answer);
    }
}
