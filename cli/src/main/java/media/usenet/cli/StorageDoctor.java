package media.usenet.cli;

/// `usenet storage doctor`: whether this machine lets drives come and go.
final class StorageDoctor implements Command {

    @Override
    public Manual manual() {
        return new Manual("doctor", "checks what drives need to come and go; ends with 1 on an error")
                .example("usenet storage doctor", "what is right, what is wrong, and what to do")
                .example("usenet storage doctor --quiet || echo 'look at me'", "from cron or a script")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(StorageChange.query("/doctor"));
        var findings = answer.json().objects("findings");
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else if (!session.quiet()) {
            for (var passed : answer.json().texts("passed")) {
                session.screen().paragraph("ok: ", passed);
            }
            Findings.show(session.screen(), findings);
        }
        return Findings.anyError(findings) ? Exit.FAILED.code : Exit.DONE.code;
    }
}
