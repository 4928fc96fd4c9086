package media.usenet.worker;

/// One kind of job: what is done when a job of its type has its turn. Each kind is a bean.
///
/// It must bear being run again for the same job: a machine that dies in the middle runs it anew, in an empty
/// folder.
public interface Work {

    /// What jobs of this kind carry as their type: `transcode`, `audio.extract`.
    String type();

    /// Does the work, in [Attempt#folder] and nowhere else. Called on a thread of its own, which is interrupted
    /// when the job is cancelled, when this machine has lost the job to another one, and when the program stops;
    /// what the work has started must have ended when it returns or throws.
    ///
    /// @return how it ended; an exception that is no `InterruptedException` is a failure of the
    /// worker
    Ending run(Attempt attempt) throws InterruptedException;
}
