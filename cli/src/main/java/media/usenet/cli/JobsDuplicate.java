package media.usenet.cli;

/// `usenet jobs duplicate`: asks for the same once more.
final class JobsDuplicate implements Command {

    @Override
    public Manual manual() {
        return new Manual("duplicate", "asks for the same as a job did, as a new job")
                .words("JOB", "0..1")
                .flag(JobSubmission.WAIT, "show how far it is until it ends, and end as it does")
                .example("usenet jobs duplicate job_01k9f2m8x4t7v0c3qz5h", "the same once more")
                .example("usenet jobs duplicate job_01k9f2m8x4t7v0c3qz5h --wait", "and see how it goes")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var id = given.word("JOB", "usenet jobs duplicate");
        var submission = new JobSubmission(session, given.flag(JobSubmission.WAIT));
        var query = JobChange.place(id, "duplicate").with("dryRun", session.dryRun());
        submission.told(session.controller().post(query, null));
        return submission.end();
    }
}
