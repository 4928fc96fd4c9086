package media.usenet.http;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.problem.ProblemReport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// Answers every failure in one shape. What was expected says what to do; what was not is logged once, under an id.
@RestControllerAdvice
final class ProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> PASSING =
            Set.of(Problem.DATABASE_UNREACHABLE.name(), Problem.DATABASE_BUSY.name(), Problem.DATABASE_FULL.name());
    private static final String SECONDS_UNTIL_A_RETRY = "5";
    private static final String SEE_OPENAPI = "/openapi.json describes every request";

    @ExceptionHandler
    ResponseEntity<ProblemReport> expected(ProblemException e) {
        return answer(ProblemReport.of(e));
    }

    @ExceptionHandler
    ResponseEntity<ProblemReport> unreadable(HttpMessageNotReadableException e) {
        return answer(ProblemReport.of(
                Problem.INVALID_REQUEST, "the body is no valid JSON of the expected form", SEE_OPENAPI, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemReport> mistyped(MethodArgumentTypeMismatchException e) {
        var detail = "'%s' is no valid value of %s".formatted(e.getValue(), e.getName());
        return answer(ProblemReport.of(Problem.INVALID_REQUEST, detail, SEE_OPENAPI, List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemReport> absent(NoResourceFoundException e) {
        var detail = "there is nothing at /" + e.getResourcePath();
        return answer(ProblemReport.of(Problem.NOT_FOUND, detail, SEE_OPENAPI, List.of()));
    }

    /// The caller has gone away; there is nobody to tell.
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException e) {
        log.debug("a caller went away: {}", e.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemReport> unexpected(Exception e) {
        if (e instanceof ErrorResponse refusal) {
            return refused(refusal.getStatusCode(), refusal.getBody().getDetail());
        }
        var id = UUID.randomUUID();
        log.error("internal error {}", id, e);
        return answer(ProblemReport.of(
                Problem.INTERNAL,
                "internal error %s".formatted(id),
                "look for that id in the controller's log and report what stands there",
                List.of()));
    }

    private static ResponseEntity<ProblemReport> refused(HttpStatusCode status, @Nullable String detail) {
        var problem = status.value() == 404 ? Problem.NOT_FOUND : Problem.INVALID_REQUEST;
        var report = ProblemReport.of(problem, detail == null ? status.toString() : detail, SEE_OPENAPI, List.of());
        return answer(report.answeredWith(status.value()));
    }

    private static ResponseEntity<ProblemReport> answer(ProblemReport report) {
        var answer = ResponseEntity.status(report.status());
        if (PASSING.contains(report.code())) {
            answer.header("Retry-After", SECONDS_UNTIL_A_RETRY);
        }
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(report);
    }
}
