package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// What `usenet storage pool` can be asked for, and which words and options each takes.
enum PoolAct {
    SHOW("", 0, 0, ""),
    CREATE("SLOT...", 1, Integer.MAX_VALUE, PoolAct.POLICY_NAME + " " + PoolAct.MIN_FREE),
    ADD("SLOT", 1, 1, ""),
    DROP("SLOT", 1, 1, ""),
    POLICY("NAME", 1, 1, PoolAct.MIN_FREE),
    BALANCE("", 0, 0, PoolAct.PERCENT),
    DRAIN("SLOT", 1, 1, ""),
    GIVE_UP("", 0, 0, ""),
    DESTROY("", 0, 0, "");

    static final String COMMAND = "usenet storage pool";
    static final String POLICY_NAME = "--policy";
    static final String MIN_FREE = "--min-free";
    static final String PERCENT = "--percent";

    private static final List<String> OPTIONS = List.of(POLICY_NAME, MIN_FREE, PERCENT);

    private final String label;
    private final int fewest;
    private final int most;
    private final String options;

    /// @param options those that mean something here, with spaces between
    PoolAct(String label, int fewest, int most, String options) {
        this.label = label;
        this.fewest = fewest;
        this.most = most;
        this.options = options;
    }

    static PoolAct of(String word) {
        for (var act : values()) {
            if (act.word().equals(word)) {
                return act;
            }
        }
        throw misused("'" + word + "' is not known to " + COMMAND);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param words those after this one
    void check(Given given, List<String> words) {
        if (words.size() < fewest) {
            throw misused(label + " is missing");
        }
        if (words.size() > most) {
            throw misused("'" + words.get(most) + "' is too much for " + COMMAND + " " + word());
        }
        for (var option : OPTIONS) {
            if (given.text(option) != null && !List.of(options.split(" ")).contains(option)) {
                throw misused(option + " is not known to " + COMMAND + " " + word());
            }
        }
    }

    private static CliProblem misused(String detail) {
        return new CliProblem(Exit.USAGE, "USAGE", detail, COMMAND + " --help");
    }
}
