package media.usenet.cli;

import picocli.AutoComplete;
import picocli.CommandLine;

/// `usenet completion bash|zsh`: a script that completes commands and options.
final class CompletionCommand implements Command {

    @Override
    public Manual manual() {
        return new Manual("completion", "prints a script that completes commands in bash or zsh")
                .words("bash|zsh", "0..1", "bash", "zsh")
                .example(
                        "usenet completion bash | sudo tee /etc/bash_completion.d/usenet >/dev/null",
                        "for everyone on this machine, from their next shell on")
                .example("echo 'source <(usenet completion zsh)' >> ~/.zshrc", "for yourself, in zsh")
                .exits(Exit.USAGE);
    }

    /// One script serves both: in zsh it first loads zsh's own support of bash's completions.
    @Override
    public int run(Session session, Given given) {
        var shell = given.words().isEmpty() ? "" : given.words().getFirst();
        if (!shell.equals("bash") && !shell.equals("zsh")) {
            throw new CliProblem(
                    Exit.USAGE,
                    "USAGE",
                    shell.isEmpty() ? "bash|zsh is missing" : "there is no completion for '" + shell + "'",
                    "usenet completion bash");
        }
        var tree = new CommandLine(CommandTree.whole().spec());
        session.screen().print(AutoComplete.bash("usenet", tree));
        return Exit.DONE.code;
    }
}
