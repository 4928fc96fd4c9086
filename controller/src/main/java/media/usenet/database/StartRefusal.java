package media.usenet.database;

import media.usenet.problem.ProblemException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// Says in two lines why the program does not start, where that was to be expected.
final class StartRefusal extends AbstractFailureAnalyzer<ProblemException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ProblemException cause) {
        return new FailureAnalysis(cause.detail(), cause.remedy(), cause);
    }
}
