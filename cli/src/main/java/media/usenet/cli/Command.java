package media.usenet.cli;

/// One thing that this program can do: how it is called, and the doing.
interface Command {

    Manual manual();

    /// Called once, after the arguments were found to fit the manual.
    ///
    /// @return what the process ends with
    /// @throws CliProblem for whatever the user can do something about
    int run(Session session, Given given);
}
