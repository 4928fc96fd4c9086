package media.usenet.cli;

/// `usenet services preview`: what `up` would change, and why.
final class ServicesPreview implements Command {

    @Override
    public Manual manual() {
        return new Manual("preview", "what 'up' would change, for each service, with the reasons")
                .services()
                .example("usenet services preview", "the whole stack against what runs now")
                .example("usenet services preview jellyfin --json", "one service, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE, Exit.DOCKER);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(given.services("/v1/services/preview"));
        return Preview.show(session, answer, "usenet services up");
    }
}
