package media.usenet.request;

import media.usenet.task.Flaws;
import media.usenet.task.Task;
/// A request as people write it. Both spellings work: `outputFormat` and `output_format`.

public sealed interface Body
        permits TranscodeBody,
                ExtractBody,
                TempoBody,
                ComposeBody,
                TracksBody,
                ConcatBody,
                LoopBody,
                ProbeBody,
                CommandBody,
                CommandTaskBody {

    JobOptions options();

    /// What is to be done; flaws where the request cannot be understood, and then the task is of no use.
    Task task(Flaws flaws);
}
