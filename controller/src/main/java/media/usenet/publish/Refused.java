package media.usenet.publish;

import media.usenet.job.FailureClass;
import media.usenet.job.JobError;

/// An output cannot be published, and why.
public final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient JobError error;

    Refused(FailureClass failure, String detail, String remedy) {
        super(detail);
        this.error = new JobError(failure, detail, remedy);
    }

    public JobError error() {
        return error;
    }
}
