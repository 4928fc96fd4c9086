package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program `usenet`.
public final class Usenet {

    private final Surroundings around;

    Usenet(Surroundings around) {
        this.around = around;
    }

    public static void main(String[] args) {
        if (args.length == 1 && args[0].equals("--version")) {
            System.out.println("usenet " + Version.TEXT);
            return;
        }
        var around = Surroundings.ofProcess();
        int exit = new Usenet(around).run(args);
        boolean unwritten = around.out().checkError();
        if (exit != Exit.DONE.code || unwritten) {
            System.exit(Math.max(exit, Exit.FAILED.code));
        }
    }

    /// @return what the process ends with
    int run(String... args) {
        boolean json = List.of(args).contains("--json");
        try {
            var given = List.of(args);
            var notes = new Notes(
                    around.err(),
                    given.contains("--quiet") || given.contains("-q"),
                    given.contains("--verbose") || given.contains("-v"),
                    around.systemd());
            return run(OldSpelling.renewed(args, notes), notes);
        } catch (ParameterException e) {
            return fail(misused(e), json);
        } catch (CliProblem e) {
            return fail(e, json);
        }
    }

    private int run(String[] args, Notes notes) {
        var parsed = new CommandLine(CommandTree.of(args).spec())
                .setOverwrittenOptionsAllowed(true)
                .parseArgs(args);
        var given = new Given(parsed);
        if (given.flag("--version")) {
            around.out().print("usenet " + Version.TEXT + "\n");
            return Exit.DONE.code;
        }
        var place = parsed.subcommand();
        var group = place == null ? null : CommandTree.group(place.commandSpec().name());
        var command = place == null ? null : command(group, place);
        if (command == null || given.flag("--help")) {
            around.out().print(help(group, command));
            return Exit.DONE.code;
        }
        return command.run(new Session(around, given, notes), given);
    }

    private static @Nullable Command command(@Nullable Group group, ParseResult place) {
        if (group == null) {
            return CommandTree.alone(place.commandSpec().name());
        }
        var action = place.subcommand();
        return action == null ? null : group.command(action.commandSpec().name());
    }

    static String help(@Nullable Group group, @Nullable Command command) {
        if (command != null) {
            return HelpPage.action(group == null ? "usenet" : "usenet " + group.label(), command.manual());
        }
        return group == null ? HelpPage.program() : HelpPage.group(group);
    }

    /// An argument list that fits no command, told with the words that would.
    private static CliProblem misused(ParameterException e) {
        var place = e.getCommandLine().getCommandSpec().qualifiedName();
        var remedy = place + " --help";
        var detail = String.valueOf(e.getMessage());
        if (e instanceof UnmatchedArgumentException unmatched) {
            var word = unmatched.getUnmatched().getFirst();
            var meant = unmatched.getSuggestions();
            detail = "'" + word + "' is not known to " + place;
            remedy = word.startsWith("-") && !meant.isEmpty() ? "did you mean " + meant.getFirst() + "?" : remedy;
        } else if (e.getArgSpec() instanceof PositionalParamSpec missing) {
            detail = missing.paramLabel() + " is missing";
        }
        detail = Character.toLowerCase(detail.charAt(0)) + detail.substring(1);
        return new CliProblem(Exit.USAGE, "USAGE", detail, remedy);
    }

    private int fail(CliProblem problem, boolean json) {
        around.out().flush();
        around.err().print(json ? problem.json().strip() + "\n" : problem.text());
        around.err().flush();
        return problem.exit();
    }
}
