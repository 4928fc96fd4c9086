package media.usenet.cli;

/// What the process ends with.
enum Exit {
    DONE(0, "done"),
    FAILED(1, "failed"),
    USAGE(2, "wrong usage"),
    PART(3, "done in part"),
    VALIDATION(4, "settings, template or plan refused"),
    HARDWARE(5, "hardware not readable"),
    UNREACHABLE(10, "the controller does not answer"),
    DOCKER(11, "Docker does not answer"),
    INTERRUPTED(130, "interrupted");

    final int code;
    final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }
}
