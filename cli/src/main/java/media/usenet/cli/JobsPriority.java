package media.usenet.cli;

/// `usenet jobs priority`: puts a job that waits before others, or behind them.
final class JobsPriority implements Command {

    private static final String COMMAND = "usenet jobs priority";

    @Override
    public Manual manual() {
        return new Manual("priority", "puts a job that waits before others, or behind them")
                .words("JOB high|normal|low", "0..2", "high", "normal", "low")
                .example("usenet jobs priority job_01k9f2m8x4t7v0c3qz5h high", "it is the next")
                .example("usenet jobs priority job_01k9f2m8x4t7v0c3qz5h low", "when nothing else waits")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var id = given.word("JOB", COMMAND);
        if (given.words().size() < 2) {
            throw new CliProblem(Exit.USAGE, "USAGE", "high|normal|low is missing", COMMAND + " --help");
        }
        var priority = given.words().get(1);
        var body = JsonWriting.object("priority", priority);
        return JobChange.one(session, id, "priority", body, "is of " + priority + " priority");
    }
}
