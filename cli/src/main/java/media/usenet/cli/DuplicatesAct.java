package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// What `usenet media duplicates` can be asked for, and how many words each takes.
enum DuplicatesAct {
    SCAN("", 0, 0),
    LIST("", 0, 0),
    SHOW("GROUP or PLAN", 1, 1),
    COMPARE("FILE FILE", 2, 2),
    PLAN("", 0, Integer.MAX_VALUE),
    APPLY("PLAN", 1, 1),
    UNDO("PLAN", 1, 1),
    IGNORE("FILE FILE...", 2, Integer.MAX_VALUE),
    INTERACTIVE("", 0, 0),
    TRASH("", 0, 2);

    static final String COMMAND = "usenet media duplicates";

    private final String label;
    private final int fewest;
    private final int most;

    DuplicatesAct(String label, int fewest, int most) {
        this.label = label;
        this.fewest = fewest;
        this.most = most;
    }

    static DuplicatesAct of(String word) {
        for (var act : values()) {
            if (act.word().equals(word)) {
                return act;
            }
        }
        throw misused("'" + word + "' is not known to " + COMMAND);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param words those after this one
    void check(List<String> words) {
        if (words.size() < fewest) {
            throw misused(label + " is missing");
        }
        if (words.size() > most) {
            throw misused("'" + words.get(most) + "' is too much for " + COMMAND + " " + word());
        }
    }

    static CliProblem misused(String detail) {
        return new CliProblem(Exit.USAGE, "USAGE", detail, COMMAND + " --help");
    }
}
