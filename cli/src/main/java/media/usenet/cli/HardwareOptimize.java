package media.usenet.cli;

/// `usenet hardware optimize`: fits the running stack to the machine.
final class HardwareOptimize implements Command {

    @Override
    public Manual manual() {
        return new Manual("optimize", "fits the services to this machine: limits, GPUs, encoders")
                .example("usenet hardware optimize --dry-run", "what would change, and why")
                .example("usenet hardware optimize", "change it")
                .exits(
                        Exit.FAILED,
                        Exit.USAGE,
                        Exit.PART,
                        Exit.VALIDATION,
                        Exit.HARDWARE,
                        Exit.UNREACHABLE,
                        Exit.DOCKER,
                        Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var query = new Query("/v1/hardware/optimize").with("dryRun", session.dryRun());
        return Change.ask(session, query, null, "usenet hardware optimize");
    }
}
