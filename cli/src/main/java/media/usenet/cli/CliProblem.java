package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An expected failure: what happened, what is wrong in detail, what to do about it, and what the process ends with.
final class CliProblem extends RuntimeException {

    private final String code;
    private final String detail;
    private final @Nullable String remedy;
    private final int exit;
    private final transient List<String> flaws;
    private final @Nullable String json;

    private CliProblem(
            String code, String detail, @Nullable String remedy, int exit, List<String> flaws, @Nullable String json) {
        super(detail);
        this.code = code;
        this.detail = detail;
        this.remedy = remedy;
        this.exit = exit;
        this.flaws = List.copyOf(flaws);
        this.json = json;
    }

    CliProblem(Exit exit, String code, String detail, String remedy) {
        this(code, detail, remedy, exit.code, List.of(), null);
    }

    /// The controller's own problem, RFC 9457 with `code`, `remedy`, `exit` and `errors`.
    ///
    /// @param json the whole problem as it came, where it came alone
    static CliProblem answered(JsonObject problem, @Nullable String json) {
        return new CliProblem(
                problem.text("code", "UNKNOWN"),
                problem.text("detail", problem.text("title", "the controller gives no reason")),
                problem.text("remedy"),
                (int) problem.number("exit", Exit.FAILED.code),
                problem.objects("errors").stream().map(CliProblem::flaw).toList(),
                json);
    }

    /// Several that happened to things of one kind: one is told as it is, if nothing else was asked for.
    ///
    /// @param of how many things it could have happened to
    /// @param what happened, in words that follow the number
    static CliProblem several(List<CliProblem> problems, int of, String what, String remedy) {
        if (of == 1) {
            return problems.getFirst();
        }
        boolean all = problems.size() == of;
        return new CliProblem(
                "NOT_ALL_DONE",
                problems.size() + " of " + of + " " + what,
                remedy,
                all ? problems.getFirst().exit : Exit.PART.code,
                problems.stream()
                        .map(problem -> LogText.harmless(problem.detail))
                        .toList(),
                null);
    }

    private static String flaw(JsonObject error) {
        var key = error.text("key", "");
        return LogText.harmless(error.text("where", "?") + ": " + (key.isEmpty() ? "" : key + ": ")
                + error.text("message", "is wrong"));
    }

    int exit() {
        return exit;
    }

    String code() {
        return code;
    }

    String text() {
        var text = new StringBuilder("error: ").append(detail).append('\n');
        for (var flaw : flaws) {
            text.append("  ").append(flaw).append('\n');
        }
        if (remedy != null && !remedy.isEmpty()) {
            text.append("  try: ").append(remedy).append('\n');
        }
        return text.toString();
    }

    /// As the controller sent it, or in the same form.
    String json() {
        return json != null
                ? json
                : JsonWriting.object("code", code, "detail", detail, "remedy", remedy, "exit", exit, "errors", flaws);
    }
}
