package media.usenet.cli;

/// `usenet version`: this program's version and the controller's.
final class VersionCommand implements Command {

    @Override
    public Manual manual() {
        return new Manual("version", "the versions of this program and of the controller")
                .example("usenet version", "both versions, and where the controller listens")
                .example("usenet --version", "this program's alone, without asking the controller")
                .exits(Exit.FAILED, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        if (!session.json()) {
            session.screen().line("usenet      " + Version.TEXT);
        }
        var controller = session.controller();
        var answer = controller.get(new Query("/v1/version"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            var version = answer.json();
            session.screen()
                    .line("controller  " + version.text("version", "unknown") + ", API "
                            + version.text("api", "unknown") + ", at " + controller.url());
        }
        return Exit.DONE.code;
    }
}
