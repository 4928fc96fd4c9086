package media.usenet.jobs;

/// An output cannot be published, and why.
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final transient JobError error;

    Refused(FailureClass failure, String detail, String remedy) {
        super(detail);
        this.error = new JobError(failure, detail, remedy);
    }

    JobError error() {
        return error;
    }
}
