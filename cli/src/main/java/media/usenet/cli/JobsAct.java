package media.usenet.cli;

/// `usenet jobs cancel|retry`: ends jobs, or begins anew what has ended; one, several, or all that have something in
/// common.
final class JobsAct implements Command {

    private final Manual manual;

    private JobsAct(Manual manual) {
        this.manual = JobFilter.options(manual.words("[JOB...]", "0..*"))
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.UNREACHABLE);
    }

    static JobsAct cancel() {
        return new JobsAct(new Manual("cancel", "ends jobs that wait or run; they leave nothing behind")
                .about(
                        "JOB is what the job's line in usenet jobs list begins with. Without one, all jobs that the options"
                                + " fit are meant; that asks first, and --yes answers.")
                .example("usenet jobs cancel job_01k9f2m8x4t7v0c3qz5h", "one of them")
                .example("usenet jobs cancel --state queued --type transcode", "all of them that still wait"));
    }

    static JobsAct retry() {
        return new JobsAct(new Manual("retry", "begins jobs anew that failed, died or were cancelled")
                .about(
                        "JOB is what the job's line in usenet jobs list begins with. Without one, all jobs that the options"
                                + " fit are meant; that asks first, and --yes answers.")
                .example("usenet jobs retry job_01k9f2m8x4t7v0c3qz5h", "one of them")
                .example("usenet jobs retry --state dead", "all that failed as often as they may"));
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Session session, Given given) {
        var command = "usenet jobs " + manual.name();
        var ids = given.words();
        var filter = JobFilter.fields(session, given);
        if (ids.isEmpty() == filter.isEmpty()) {
            throw new CliProblem(
                    Exit.USAGE,
                    "USAGE",
                    ids.isEmpty() ? "JOB or a filter is missing" : "JOB and filters exclude each other",
                    command + " --help");
        }
        if (ids.size() == 1) {
            return JobChange.one(session, ids.getFirst(), manual.name(), null, null);
        }
        if (!ids.isEmpty()) {
            return JobChange.several(session, manual.name(), new JsonFields().with("ids", ids));
        }
        if (!session.dryRun() && !session.yes()) {
            confirm(session, given, command, filter);
        }
        return JobChange.several(session, manual.name(), filter);
    }

    private void confirm(Session session, Given given, String command, JsonFields which) {
        var dryRun = new Query("/v1/jobs/" + manual.name()).with("dryRun", true);
        int meant = session.controller()
                .post(dryRun, which.json())
                .json()
                .texts("done")
                .size();
        if (meant > 0) {
            Confirmation.ask(
                    session,
                    manual.name() + " means " + (meant == 1 ? "1 job" : meant + " jobs") + " (--dry-run lists them)",
                    command + JobFilter.words(given) + " --yes");
        }
    }
}
