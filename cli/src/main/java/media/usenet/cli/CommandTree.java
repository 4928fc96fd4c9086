package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;

/// All commands, or only those of them that an argument list can mean: picocli's model of one command is made in a
/// tenth of the time that all of them take.
final class CommandTree {

    static final List<String> ALONE = List.of("version", "help", "completion");

    /// The only option everywhere that takes a word of its own.
    static final String VALUED = "--controller";

    private final CommandSpec root = CommandSpec.create().name("usenet");
    private final List<OptionSpec> everywhere = new ArrayList<>();

    private CommandTree() {
        everywhere(OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .arity("0")
                .usageHelp(true)
                .description("shows this help"));
        everywhere(OptionSpec.builder("--version")
                .type(boolean.class)
                .arity("0")
                .versionHelp(true)
                .description("shows this program's version"));
        flag("prints the controller's answer unchanged; errors as JSON on standard error", "--json");
        flag("says only what was asked for", "-q", "--quiet");
        flag("shows each request with its status and time", "-v", "--verbose");
        flag("shows what would be done and changes nothing", "-n", "--dry-run");
        flag("does not ask", "-y", "--yes");
        flag("no colours; NO_COLOR in the environment does the same", "--no-color");
        everywhere(OptionSpec.builder(VALUED)
                .type(String.class)
                .paramLabel("URL")
                .description("where the controller listens (http://127.0.0.1:7070)"));
        root.parser().expandAtFiles(false);
    }

    static CommandTree whole() {
        var tree = new CommandTree();
        for (var group : Group.values()) {
            tree.add(group, group.actions());
        }
        ALONE.forEach(name -> tree.root.addSubcommand(name, alone(name).manual().spec()));
        return tree;
    }

    /// The part that these arguments can mean; the whole, so that a wrong word is told from what there is, if they mean
    /// none.
    static CommandTree of(String[] args) {
        var words = words(args);
        var first = words.isEmpty() ? "" : words.getFirst();
        if (ALONE.contains(first)) {
            var tree = new CommandTree();
            tree.root.addSubcommand(first, alone(first).manual().spec());
            return tree;
        }
        var group = group(first);
        if (group == null) {
            return whole();
        }
        var tree = new CommandTree();
        var action = words.size() > 1 ? words.get(1) : "";
        tree.add(group, group.actions().contains(action) ? List.of(action) : group.actions());
        return tree;
    }

    /// The first two words that are not options.
    private static List<String> words(String[] args) {
        var words = new ArrayList<String>();
        for (int at = 0; at < args.length && words.size() < 2; at++) {
            if (args[at].equals(VALUED)) {
                at++;
            } else if (!args[at].startsWith("-")) {
                words.add(args[at]);
            }
        }
        return words;
    }

    static @Nullable Group group(String label) {
        for (var group : Group.values()) {
            if (group.label().equals(label)) {
                return group;
            }
        }
        return null;
    }

    static Command alone(String name) {
        return switch (name) {
            case "version" -> new VersionCommand();
            case "help" -> new HelpCommand();
            case "completion" -> new CompletionCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private void add(Group group, List<String> actions) {
        var spec = CommandSpec.create().name(group.label());
        spec.usageMessage().description(group.summary());
        root.addSubcommand(group.label(), spec);
        for (var action : actions) {
            spec.addSubcommand(action, group.command(action).manual().spec());
        }
    }

    private void flag(String description, String... names) {
        everywhere(OptionSpec.builder(names).type(boolean.class).arity("0").description(description));
    }

    private void everywhere(OptionSpec.Builder option) {
        var spec = option.scopeType(ScopeType.INHERIT).build();
        everywhere.add(spec);
        root.addOption(spec);
    }

    CommandSpec spec() {
        return root;
    }

    /// The options that every command takes.
    List<OptionSpec> everywhere() {
        return everywhere;
    }
}
