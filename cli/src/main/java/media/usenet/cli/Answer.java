package media.usenet.cli;

import java.io.IOException;

/// A whole answer of the controller: its status, and its text unchanged.
record Answer(int status, String text) {

    /// Whether the controller has taken the work on and goes on with it.
    boolean accepted() {
        return status == 202;
    }

    JsonObject json() {
        try {
            return JsonObject.parse(text);
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.UNREACHABLE,
                    "ANSWER_UNREADABLE",
                    "the controller's answer is no JSON object",
                    "usenet version shows whether a controller of the same version listens there");
        }
    }
}
