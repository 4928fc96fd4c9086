package media.usenet.cli;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// What `--help` prints: of the program its groups, of a group its actions, of an action its options, two examples and
/// what it ends with.
final class HelpPage {

    private static final int WIDTH = 80;

    private HelpPage() {}

    static String program() {
        var page = new StringBuilder("""
                Turns this machine into a media appliance, and keeps it one.

                Usage: usenet GROUP ACTION [OPTIONS]

                Groups:
                """);
        for (var group : Group.values()) {
            entry(page, group.label(), group.summary());
        }
        page.append("\nCommands:\n");
        for (var name : CommandTree.ALONE) {
            entry(page, name, CommandTree.alone(name).manual().summary());
        }
        var tree = CommandTree.whole();
        page.append("\nOptions, for every command:\n").append(options(tree.spec(), tree.everywhere()));
        page.append("\nFirst steps:\n  usenet hardware list\n  usenet services preview\n  usenet services up\n");
        return page.toString();
    }

    static String group(Group group) {
        var page =
                new StringBuilder("usenet ").append(group.label()).append(": ").append(group.summary());
        page.append("\n\nUsage: usenet ").append(group.label()).append(" ACTION [OPTIONS]\n\nActions:\n");
        for (var action : group.actions()) {
            entry(page, action, group.command(action).manual().summary());
        }
        page.append("\nusenet ").append(group.label()).append(" ACTION --help tells more of one,\n");
        return page.append("usenet --help of the options that every command takes.\n")
                .toString();
    }

    /// @param place the words before the action: `usenet services`
    static String action(String place, Manual manual) {
        var page = broken(place + " " + manual.name() + ": " + manual.summary());
        page.append("\nUsage: ");
        page.append(place).append(' ').append(manual.name());
        page.append(manual.options().isEmpty() ? "" : " [OPTIONS]");
        page.append(manual.synopsis().isEmpty() ? "" : " " + manual.synopsis()).append('\n');
        if (!manual.about().isEmpty()) {
            page.append('\n');
            Screen.broken(manual.about(), WIDTH)
                    .forEach(line -> page.append(line).append('\n'));
        }
        if (!manual.options().isEmpty()) {
            page.append("\nOptions:\n").append(options(manual.spec(), manual.options()));
        }
        examples(page, manual.examples());
        return page.append(exits(manual.exits())).toString();
    }

    private static StringBuilder broken(String text) {
        return new StringBuilder(String.join("\n", Screen.broken(text, WIDTH))).append('\n');
    }

    private static void examples(StringBuilder page, List<Manual.Example> examples) {
        page.append("\nExamples:\n");
        for (var example : examples) {
            page.append("  ").append(example.line()).append("\n      ");
            page.append(example.meaning()).append('\n');
        }
    }

    private static String exits(List<Exit> exits) {
        var page = new StringBuilder("\nExit codes: ");
        var text = new StringBuilder();
        for (var exit : exits) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(exit.code)
                    .append(' ')
                    .append(exit.meaning);
        }
        page.append(String.join("\n            ", Screen.broken(text.toString(), WIDTH - 12)));
        return page.append("\n").toString();
    }

    private static String options(CommandSpec spec, List<OptionSpec> options) {
        var help = new Help(spec, Help.defaultColorScheme(Help.Ansi.OFF));
        return help.optionListExcludingGroups(options);
    }

    private static void entry(StringBuilder page, String name, String summary) {
        page.append("  ").append(name).append(" ".repeat(Math.max(1, 12 - name.length())));
        page.append(summary).append('\n');
    }
}
