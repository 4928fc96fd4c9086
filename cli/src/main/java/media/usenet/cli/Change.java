package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// Asks the controller to change something: a dry run is answered with a preview, anything else with an operation that
/// is then watched to its end.
final class Change {

    private Change() {}

    /// @param command what was typed, to say how the dry run becomes real
    static int ask(Session session, Query query, @Nullable String body, String command) {
        var controller = session.controller();
        var answer = controller.post(query, body);
        if (!answer.accepted()) {
            return Preview.show(session, answer, command);
        }
        return new Operation(session, controller, answer.json()).watch();
    }
}
