package media.usenet.problem;

import java.util.List;

/// A problem as the wire has it: RFC 9457 with `code`, `remedy`, the CLI's exit code, and every single flaw.
///
/// @param type always `about:blank`: the code says what kind it is
public record ProblemReport(
        String type, String title, int status, String detail, String code, String remedy, int exit, List<Flaw> errors) {

    public ProblemReport {
        errors = List.copyOf(errors);
    }

    public static ProblemReport of(ProblemException e) {
        return of(e.problem(), e.detail(), e.remedy(), e.flaws());
    }

    public static ProblemReport of(Problem problem, String detail, String remedy, List<Flaw> errors) {
        return new ProblemReport(
                "about:blank",
                problem.name(),
                problem.status(),
                detail,
                problem.name(),
                remedy,
                problem.exit(),
                errors);
    }

    /// The same problem, answered with another status than is usual for it.
    public ProblemReport answeredWith(int other) {
        return new ProblemReport(type, title, other, detail, code, remedy, exit, errors);
    }

    /// The same problem, where some of the work was done all the same.
    public ProblemReport inPart() {
        return new ProblemReport(type, title, status, detail, code, remedy, Problem.EXIT_IN_PART, errors);
    }
}
