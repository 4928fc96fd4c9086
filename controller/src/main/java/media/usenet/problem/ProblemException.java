package media.usenet.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An expected failure, told to the user: what happened, on which thing, and one thing to do about it.
public final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final String detail;
    private final String remedy;
    private final transient List<Flaw> flaws;

    private ProblemException(
            Problem problem, String detail, String remedy, List<Flaw> flaws, @Nullable Throwable cause) {
        super(describe(detail, flaws), cause);
        this.problem = problem;
        this.detail = detail;
        this.remedy = remedy;
        this.flaws = List.copyOf(flaws);
    }

    public ProblemException(Problem problem, String detail, String remedy) {
        this(problem, detail, remedy, List.of(), null);
    }

    public ProblemException(Problem problem, String detail, String remedy, Throwable cause) {
        this(problem, detail, remedy, List.of(), cause);
    }

    public ProblemException(Problem problem, String detail, String remedy, List<Flaw> flaws) {
        this(problem, detail, remedy, flaws, null);
    }

    public Problem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    public String remedy() {
        return remedy;
    }

    /// Every single thing that is wrong, where one message would hide the others; empty otherwise.
    public List<Flaw> flaws() {
        return flaws;
    }

    private static String describe(String detail, List<Flaw> flaws) {
        return flaws.isEmpty()
                ? detail
                : detail + flaws.stream().map(flaw -> "\n  " + flaw).collect(Collectors.joining());
    }
}
