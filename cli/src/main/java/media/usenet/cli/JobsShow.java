package media.usenet.cli;

/// `usenet jobs show`: all that is known of one job.
final class JobsShow implements Command {

    @Override
    public Manual manual() {
        return new Manual("show", "all about one job: how far it is, its encoder and why, its outputs")
                .words("JOB", "0..1")
                .example("usenet jobs show job_01k9f2m8x4t7v0c3qz5h", "one job")
                .example("usenet jobs show job_01k9f2m8x4t7v0c3qz5h --json | jq .encoderPath", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var id = given.word("JOB", "usenet jobs show");
        var answer = session.controller().get(new Query("/v1/jobs/" + Query.escaped(id)));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            JobReport.show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }
}
