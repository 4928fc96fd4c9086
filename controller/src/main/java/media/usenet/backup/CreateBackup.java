package media.usenet.backup;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.archive.Manifest;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.health.Finding;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.Dumps;
import media.usenet.scope.PolicyFiles;
import media.usenet.scope.Scope;
import media.usenet.staging.Holding;
import media.usenet.staging.Source;
import media.usenet.staging.Stage;
import media.usenet.staging.Staged;
import media.usenet.vault.Destinations;

/// Makes a backup: staged, described, stored at each destination, and read back from there.
final class CreateBackup {

    private final Scope scope;
    private final PolicyFiles policies;
    private final Destinations destinations;
    private final Dumps dumps;
    private final Description description;
    private final Holding holding;
    private final History history;
    private final InstantSource clock;

    CreateBackup(
            Scope scope,
            PolicyFiles policies,
            Destinations destinations,
            Dumps dumps,
            Description description,
            Holding holding,
            History history,
            InstantSource clock) {
        this.scope = scope;
        this.policies = policies;
        this.destinations = destinations;
        this.dumps = dumps;
        this.description = description;
        this.holding = holding;
        this.history = history;
        this.clock = clock;
    }

    /// What a backup would take.
    ///
    /// @param parts each service, and `settings` and `state`
    record Preview(
            String type, List<String> destinations, long files, long bytes, List<Part> parts, List<Finding> findings) {}

    Preview preview(CreateRequest request) {
        var policy = policies.policy(request.policyName());
        var type = policies.type(request.type(policy));
        var wanted = request.destinations(policy);
        wanted.forEach(destinations::find);
        var found = Stage.preview(scope.sources(type, request.services(policy)));
        return new Preview(type.name(), wanted, found.files(), found.bytes(), parts(found), found.findings());
    }

    record Part(String name, long bytes) {}

    private static List<Part> parts(Stage.Preview found) {
        return found.bytesBySubject().entrySet().stream()
                .map(entry -> new Part(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Refuses at once what cannot be asked for.
    void require(CreateRequest request) {
        var policy = policies.policy(request.policyName());
        scope.sources(policies.type(request.type(policy)), request.services(policy));
        request.destinations(policy).forEach(destinations::find);
    }

    /// @throws ProblemException when no destination has it
    Result run(CreateRequest request, Consumer<Step> tell) {
        long start = System.nanoTime();
        var policy = policies.policy(request.policyName());
        var type = policies.type(request.type(policy));
        var stage = new Stage(scope.state().resolve("backup/stage/" + type.name()), holding);
        var findings = new ArrayList<Finding>();
        var sources = new ArrayList<>(scope.sources(type, request.services(policy)));
        var written = dumps.make(type, sources, scope.apps(), findings);
        sources.addAll(written);
        var staged = staged(stage, sources, written, tell);
        var manifest = description.of(request, policy, type, sources, staged, findings);
        var done = new ArrayList<String>();
        var failed = new ArrayList<String>();
        var flaws = new ArrayList<Flaw>();
        for (var destination : request.destinations(policy)) {
            try {
                store(destination, manifest, staged, tell);
                done.add(destination);
                note(manifest, destination, request, start, true, "stored and read back");
            } catch (ProblemException e) {
                stage.forget();
                failed.add(destination);
                flaws.add(new Flaw(destination, e.problem().name(), e.detail()));
                flaws.addAll(e.flaws());
                note(manifest, destination, request, start, false, e.detail());
            }
        }
        manifest.findings()
                .forEach(finding -> flaws.add(new Flaw(finding.severity().name(), finding.code(), finding.text())));
        return result(manifest, done, failed, flaws);
    }

    private Staged staged(Stage stage, List<Source> sources, List<Source> written, Consumer<Step> tell) {
        try {
            return stage.take(sources, Pace.bytes(tell, "staging", "copying what changed"));
        } finally {
            dumps.forget(written);
        }
    }

    private static Result result(Manifest manifest, List<String> done, List<String> failed, List<Flaw> flaws) {
        var subjects =
                done.stream().map(where -> manifest.id() + " in " + where).toList();
        boolean incomplete =
                manifest.findings().stream().anyMatch(finding -> finding.severity() == Finding.Severity.ERROR);
        if (failed.isEmpty() && !incomplete) {
            return Result.of(subjects);
        }
        var problem = new ProblemException(
                failed.isEmpty() ? Problem.BACKUP_INCOMPLETE : Problem.DESTINATION_FAILED,
                failed.isEmpty()
                        ? "the backup is made, and not all is in it"
                        : "the backup is not in " + String.join(", ", failed),
                "see what is named, then back up again",
                flaws);
        return Result.inPart(subjects, failed, problem);
    }

    private void store(String destination, Manifest manifest, Staged staged, Consumer<Step> tell) {
        var vault = destinations.open(destination);
        var storing = Pace.bytes(tell, destination, "storing");
        var stored = vault.store(manifest, staged.tree(), done -> storing.at(done, manifest.bytes()));
        var reading = Pace.bytes(tell, destination, "reading back");
        boolean earlier = history.of(History.Kind.RUN)
                .anyMatch(entry -> entry.ok() && entry.destination().equals(destination));
        var flaws = vault.check(stored, earlier ? staged.copied() : null, done -> reading.at(done, manifest.bytes()));
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_DAMAGED,
                    "what was read back from %s is not what was stored".formatted(destination),
                    "check its disk or its line, then back up again",
                    flaws);
        }
        tell.accept(Step.of(destination, "stored and read back"));
    }

    private void note(
            Manifest manifest, String destination, CreateRequest request, long start, boolean ok, String detail) {
        history.add(new History.Entry(
                History.Kind.RUN,
                manifest.id(),
                destination,
                request.policyName(),
                clock.instant(),
                Math.round((System.nanoTime() - start) / 1e7) / 100.0,
                ok,
                detail,
                List.of()));
    }
}
