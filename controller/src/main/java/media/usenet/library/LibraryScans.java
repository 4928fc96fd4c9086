package media.usenet.library;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import media.usenet.effect.Change;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.library.Scanner.Manner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Scans that people ask for: as a preview, and as an operation.
final class LibraryScans {

    private final Scopes scopes;
    private final Scanner scanner;
    private final Operations operations;

    LibraryScans(Scopes scopes, Scanner scanner, Operations operations) {
        this.scopes = scopes;
        this.scanner = scanner;
        this.operations = operations;
    }

    /// What a scan would find, by looking at names and sizes alone.
    ///
    /// @throws ProblemException as [Scopes#of]
    Change preview(ScanRequest request) {
        var meant = scopes.of(request);
        var summary = scanner.scan(meant, new Manner("preview", request.lookAgain(), true), _ -> {});
        var steps = new ArrayList<String>();
        long looks = request.lookAgain() ? summary.files() : summary.added() + summary.changed();
        if (looks > 0) {
            steps.add("look into %d of %d files: %d new, %d changed"
                    .formatted(looks, summary.files(), summary.added(), summary.changed()));
        }
        if (summary.gone() > 0) {
            steps.add("forget %d files that are gone".formatted(summary.gone()));
        }
        if (summary.unknown() > 0) {
            steps.add("call %d files unknown, since nobody can tell".formatted(summary.unknown()));
        }
        return new Change("media scan", told(meant), null, steps, summary.findings(), null);
    }

    /// @throws ProblemException as [Scopes#of], and `OPERATION_RUNNING`
    Operation start(ScanRequest request) {
        var meant = scopes.of(request);
        return operations.start("library.scan", tell -> {
            var summary = scanner.scan(meant, new Manner("request", request.lookAgain(), false), tell);
            tell.accept(Step.of("library", summary.text()));
            return result(summary);
        });
    }

    private static Result result(ScanSummary summary) {
        if (summary.missing().isEmpty()) {
            return Result.of(summary.slots());
        }
        var reason = new ProblemException(
                Problem.DRIVE_NOT_ONLINE,
                "%s went away or said nothing while it was scanned".formatted(String.join(", ", summary.missing())),
                "look at its drive: usenet storage status; then scan again");
        return Result.inPart(summary.slots(), summary.missing(), reason);
    }

    private static String told(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> scope.whole() ? scope.root().slot() : scope.told().toString())
                .collect(Collectors.joining(", "));
    }
}
