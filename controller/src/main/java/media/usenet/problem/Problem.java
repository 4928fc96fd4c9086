package media.usenet.problem;

/// Every kind of expected failure, with the HTTP status it is answered with and the exit code the CLI ends with.
public enum Problem {
    INVALID_REQUEST(400, Exit.USAGE),
    UNAUTHORIZED(401, Exit.FAILED),
    NOT_FOUND(404, Exit.FAILED),
    SERVICE_NOT_FOUND(404, Exit.USAGE),
    SERVICE_NOT_RUNNING(409, Exit.FAILED),
    SLOT_NOT_FOUND(404, Exit.USAGE),
    DRIVE_NOT_ONLINE(409, Exit.FAILED),
    UNION_NOT_FOUND(404, Exit.FAILED),
    UNION_EXISTS(409, Exit.FAILED),
    UNION_FAILED(502, Exit.FAILED),
    MOVE_INCOMPLETE(409, Exit.FAILED),
    MOVE_SUSPENDED(409, Exit.FAILED),
    OPERATION_NOT_FOUND(404, Exit.FAILED),
    OPERATION_RUNNING(409, Exit.FAILED),
    SETTINGS_INVALID(422, Exit.VALIDATION),
    TEMPLATE_INVALID(422, Exit.VALIDATION),
    HARDWARE_PROFILE_INVALID(422, Exit.VALIDATION),
    PLAN_BLOCKED(422, Exit.VALIDATION),
    COMPOSE_REJECTED(422, Exit.VALIDATION),
    HARDWARE_ROOT_UNREADABLE(422, Exit.HARDWARE),
    FILE_NOT_WRITTEN(507, Exit.FAILED),
    FILE_NOT_READ(500, Exit.FAILED),
    POOL_NOT_READY(500, Exit.FAILED),
    POOL_NOT_EMPTY(409, Exit.FAILED),
    SLOT_IN_USE(409, Exit.FAILED),
    STORAGE_OFF(503, Exit.FAILED),
    DRIVE_NOT_FOUND(404, Exit.USAGE),
    DRIVE_AMBIGUOUS(409, Exit.USAGE),
    DRIVE_NOT_ELIGIBLE(422, Exit.VALIDATION),
    DRIVE_IS_A_COPY(409, Exit.HARDWARE),
    DRIVE_BUSY(409, Exit.FAILED),
    DRIVE_NOT_MOUNTED(409, Exit.HARDWARE),
    DRIVE_NOT_FORMATTED(502, Exit.HARDWARE),
    DRIVE_NOT_READ(502, Exit.HARDWARE),
    DRIVE_HANGS(504, Exit.HARDWARE),
    SMARTCTL_MISSING(503, Exit.FAILED),
    SELF_TEST_NOT_STARTED(502, Exit.HARDWARE),
    SLOT_TAKEN(409, Exit.USAGE),
    NOT_CONFIRMED(422, Exit.USAGE),
    IMAGE_NOT_PULLED(502, Exit.FAILED),
    COMPOSE_FAILED(502, Exit.FAILED),
    COMPOSE_MISSING(503, Exit.DOCKER_UNREACHABLE),
    DOCKER_UNREACHABLE(503, Exit.DOCKER_UNREACHABLE),
    DOCKER_TIMEOUT(504, Exit.DOCKER_UNREACHABLE),
    DOCKER_REFUSED(502, Exit.FAILED),
    PROGRAM_MISSING(500, Exit.FAILED),
    APPLICATION_FAILED(502, Exit.FAILED),
    INTERNAL(500, Exit.FAILED);

    /// What `usenet` ends with when some of the work was done.
    public static final int EXIT_IN_PART = 3;

    private final int status;
    private final int exit;

    Problem(int status, int exit) {
        this.status = status;
        this.exit = exit;
    }

    public int status() {
        return status;
    }

    /// What `usenet` ends with when it meets this problem.
    public int exit() {
        return exit;
    }

    private static final class Exit {
        static final int FAILED = 1;
        static final int USAGE = 2;
        static final int VALIDATION = 4;
        static final int HARDWARE = 5;
        static final int DOCKER_UNREACHABLE = 11;
    }
}
