package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/// The arguments as given. An option that holds everywhere may stand anywhere, so each level is looked at.
final class Given {

    private final ParseResult root;

    Given(ParseResult root) {
        this.root = root;
    }

    boolean flag(String name) {
        for (var level = root; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(name)) {
                return true;
            }
        }
        return false;
    }

    /// The one that stands last, next to the command; null when there is none.
    @Nullable
    String text(String name) {
        String text = null;
        for (var level = root; level != null; level = level.subcommand()) {
            if (level.hasMatchedOption(name)) {
                text = level.matchedOptionValue(name, "");
            }
        }
        return text;
    }

    List<String> words() {
        var level = root;
        while (level.hasSubcommand()) {
            level = level.subcommand();
        }
        return level.hasMatchedPositional(0) ? level.matchedPositionalValue(0, List.of()) : List.of();
    }

    /// The first word.
    ///
    /// @param label how the help calls it
    /// @param command what the help is of: `usenet storage eject`
    String word(String label, String command) {
        var words = words();
        if (words.isEmpty()) {
            throw new CliProblem(Exit.USAGE, "USAGE", label + " is missing", command + " --help");
        }
        return words.getFirst();
    }

    /// The services meant, in a query.
    Query services(String path) {
        return new Query(path).with("services", words()).with("category", text("--category"));
    }
}
