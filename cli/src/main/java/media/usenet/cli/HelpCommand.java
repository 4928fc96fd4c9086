package media.usenet.cli;

/// `usenet help [GROUP [ACTION]]`: the same as `--help` in that place.
final class HelpCommand implements Command {

    @Override
    public Manual manual() {
        return new Manual("help", "what there is, or how one command works")
                .words("[GROUP [ACTION]]", "0..2")
                .example("usenet help services", "what can be done with services")
                .example("usenet help services up", "how to bring them up")
                .exits(Exit.USAGE);
    }

    @Override
    public int run(Session session, Given given) {
        var words = given.words();
        var first = words.isEmpty() ? "" : words.getFirst();
        var group = CommandTree.group(first);
        if (words.isEmpty()) {
            session.screen().print(Usenet.help(null, null));
        } else if (group == null && CommandTree.ALONE.contains(first) && words.size() == 1) {
            session.screen().print(Usenet.help(null, CommandTree.alone(first)));
        } else if (group != null && words.size() == 1) {
            session.screen().print(Usenet.help(group, null));
        } else if (group != null && group.actions().contains(words.get(1))) {
            session.screen().print(Usenet.help(group, group.command(words.get(1))));
        } else {
            throw new CliProblem(
                    Exit.USAGE,
                    "USAGE",
                    "there is no command 'usenet " + String.join(" ", words) + "'",
                    group == null ? "usenet help" : "usenet help " + first);
        }
        return Exit.DONE.code;
    }
}
