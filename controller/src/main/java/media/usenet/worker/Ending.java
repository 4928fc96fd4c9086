package media.usenet.worker;

import java.util.List;
import java.util.Map;
import media.usenet.job.FailureClass;
import media.usenet.publish.Output;

/// How one attempt at a job ended.
public sealed interface Ending {

    /// The work is done; the queue now publishes the outputs, all of them or none.
    ///
    /// @param result facts for whoever asked, as JSON knows them
    record Made(List<Output> outputs, Map<String, Object> result) implements Ending {

        public Made {
            outputs = List.copyOf(outputs);
            result = Map.copyOf(result);
        }
    }

    /// @param detail what happened, on which thing
    /// @param remedy one thing to do about it
    record Failed(FailureClass failure, String detail, String remedy) implements Ending {}

    /// Another lane is to run the job; this is no failure and uses up no attempt.
    record Elsewhere(String lane, String because) implements Ending {}

    /// The job waits for a drive to come back: `Jobs.resume` wakes it.
    ///
    /// @param slot of the drive that has gone
    record Suspended(String slot, String because) implements Ending {}
}
