package media.usenet.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import media.usenet.restic.Repository;
import media.usenet.vault.Destination;
import media.usenet.vault.Destination.Engine;
import media.usenet.vault.Destinations;
import media.usenet.vault.Stored;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Backups over HTTP. What takes time answers 202 and an operation; with `dryRun`, 200 and what would be done.
@RestController
@RequestMapping("/v1/backups")
final class BackupController {

    private final Destinations destinations;
    private final CreateBackup create;
    private final Contents contents;
    private final Proof proof;
    private final RestoreBackup restore;
    private final Extract extract;
    private final Prune prune;
    private final Operations operations;

    BackupController(
            Destinations destinations,
            CreateBackup create,
            Contents contents,
            Proof proof,
            RestoreBackup restore,
            Extract extract,
            Prune prune,
            Operations operations) {
        this.destinations = destinations;
        this.create = create;
        this.contents = contents;
        this.proof = proof;
        this.restore = restore;
        this.extract = extract;
        this.prune = prune;
        this.operations = operations;
    }

    record Listing(List<Stored> backups, List<Finding> findings) {}

    /// Newest first. A destination that does not answer is a finding, and keeps no other from being listed.
    @GetMapping
    Listing list(@RequestParam(required = false) @Nullable String destination) {
        var backups = new ArrayList<Stored>();
        var findings = new ArrayList<Finding>();
        var all = destination == null ? destinations.all() : List.of(destinations.find(destination));
        for (var one : all) {
            try {
                backups.addAll(destinations.open(one).list());
            } catch (ProblemException e) {
                findings.add(new Finding(e.problem().name(), Severity.ERROR, e.detail(), e.remedy()));
            }
        }
        backups.sort(java.util.Comparator.comparing(Stored::created).reversed());
        return new Listing(backups, findings);
    }

    @PostMapping
    ResponseEntity<?> create(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable CreateRequest body) {
        var request = Objects.requireNonNullElse(body, CreateRequest.USUAL);
        if (dryRun) {
            return ResponseEntity.ok(create.preview(request));
        }
        create.require(request);
        return accepted(operations.start("backup.create", tell -> create.run(request, tell)));
    }

    /// @param backup its id, the beginning of it, its name, or `latest`
    @GetMapping("/{backup}")
    Contents.Shown show(@PathVariable String backup) {
        return contents.show(Reference.of(backup));
    }

    @GetMapping("/{backup}/files")
    Contents.Listed files(@PathVariable String backup, @RequestParam(defaultValue = "") String under) {
        return contents.files(Reference.of(backup), under);
    }

    @GetMapping("/{backup}/diff")
    Contents.Differences diff(@PathVariable String backup, @RequestParam String with) {
        return contents.diff(Reference.of(backup), Reference.of(with));
    }

    /// @param deep unpacks it into a scratch folder and opens every database
    record VerifyRequest(
            @Nullable String backup,
            @Nullable String destination,
            @Nullable String place,
            @Nullable String keyFile,
            @Nullable String environmentFile,
            @Nullable Boolean deep) {

        static final VerifyRequest LATEST = new VerifyRequest(null, null, null, null, null, null);

        Reference reference() {
            return new Reference(backup, destination, place, keyFile, environmentFile);
        }
    }

    @PostMapping("/verify")
    ResponseEntity<Operation> verify(@RequestBody(required = false) @Nullable VerifyRequest body) {
        var request = Objects.requireNonNullElse(body, VerifyRequest.LATEST);
        request.reference().find(destinations);
        return accepted(operations.start(
                "backup.verify", tell -> proof.verify(request.reference(), Boolean.TRUE.equals(request.deep()), tell)));
    }

    @PostMapping("/drill")
    ResponseEntity<Operation> drill(@RequestBody(required = false) @Nullable VerifyRequest body) {
        var request = Objects.requireNonNullElse(body, VerifyRequest.LATEST);
        request.reference().find(destinations);
        return accepted(operations.start("backup.drill", tell -> proof.verify(request.reference(), true, tell)));
    }

    @PostMapping("/restore")
    ResponseEntity<?> restore(
            @RequestParam(defaultValue = "false") boolean dryRun, @RequestBody RestoreRequest request) {
        if (dryRun) {
            return ResponseEntity.ok(restore.plan(request));
        }
        var plan = restore.require(request);
        return accepted(operations.start("backup.restore", tell -> restore.run(request, plan, tell)));
    }

    @PostMapping("/extract")
    ResponseEntity<Operation> extract(@RequestBody Extract.Request request) {
        extract.require(request);
        return accepted(operations.start("backup.extract", tell -> extract.run(request, tell)));
    }

    @PostMapping("/prune")
    ResponseEntity<?> prune(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) Prune.@Nullable Request body) {
        var request = Objects.requireNonNullElse(body, Prune.Request.USUAL);
        var plan = prune.plan(request);
        return dryRun
                ? ResponseEntity.ok(plan)
                : accepted(operations.start("backup.prune", tell -> prune.run(request, tell)));
    }

    /// @param keyFile what opens it: keep a copy of that file elsewhere
    record Place(String name, Engine engine, String place, boolean encrypted, String keyFile) {

        static Place of(Destination destination) {
            return new Place(
                    destination.name(),
                    destination.engine(),
                    Repository.shown(destination.place()),
                    destination.encrypt() || destination.engine() == Engine.RESTIC,
                    destination.key().toString());
        }
    }

    record Places(List<Place> destinations) {}

    @GetMapping("/destinations")
    Places destinations() {
        return new Places(destinations.all().stream().map(Place::of).toList());
    }

    /// @param encrypt whether archives are encrypted; yes where null
    record NewPlace(
            String name,
            @Nullable String engine,
            String place,
            @Nullable Boolean encrypt) {}

    @PostMapping("/destinations")
    Place add(@RequestBody NewPlace request) {
        var engine = "archive".equals(request.engine())
                        || (request.engine() == null && request.place().startsWith("/"))
                ? Engine.ARCHIVE
                : Engine.RESTIC;
        return Place.of(
                destinations.add(request.name(), engine, request.place(), !Boolean.FALSE.equals(request.encrypt())));
    }

    static ResponseEntity<Operation> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
