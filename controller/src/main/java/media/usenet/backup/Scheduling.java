package media.usenet.backup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.event.Operations;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.Policy;
import media.usenet.scope.PolicyFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Runs each policy when it is due, prunes after it, and rehearses a restore before its proof is too old.
final class Scheduling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Scheduling.class);
    private static final long LOOK_MILLIS = 30_000;

    private final PolicyFiles policies;
    private final History history;
    private final CreateBackup create;
    private final Prune prune;
    private final Proof proof;
    private final RestoreBackup restore;
    private final Operations operations;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    Scheduling(
            PolicyFiles policies,
            History history,
            CreateBackup create,
            Prune prune,
            Proof proof,
            RestoreBackup restore,
            Operations operations,
            InstantSource clock) {
        this.policies = policies;
        this.history = history;
        this.create = create;
        this.prune = prune;
        this.proof = proof;
        this.restore = restore;
        this.operations = operations;
        this.clock = clock;
    }

    /// When a policy is next due: at its first time after its last run; a run that was missed is due now.
    static Optional<Instant> next(Policy policy, @Nullable Instant lastRun, Instant started, ZoneId zone) {
        return policy.schedule().map(schedule -> {
            var after = (lastRun == null ? started : lastRun).atZone(zone);
            var at = after.toLocalDate().atTime(schedule.at()).atZone(zone);
            while (!at.isAfter(after) || !allowed(schedule, at)) {
                at = at.toLocalDate().plusDays(1).atTime(schedule.at()).atZone(zone);
            }
            return at.toInstant();
        });
    }

    private static boolean allowed(Policy.Schedule schedule, ZonedDateTime at) {
        return schedule.days().isEmpty() || schedule.days().contains(at.getDayOfWeek());
    }

    /// @param next null for a policy without a schedule
    /// @param drillDue when its proof is too old; null before there is a backup
    record Due(
            String policy,
            @Nullable Instant lastRun,
            @Nullable Instant next,
            @Nullable Instant drillDue) {}

    record Listing(List<Due> policies) {}

    Listing due() {
        return new Listing(policies.policies().values().stream().map(this::due).toList());
    }

    private Due due(Policy policy) {
        var lastRun = history.last(History.Kind.RUN, policy.name()).map(History.Entry::when);
        return new Due(
                policy.name(),
                lastRun.orElse(null),
                next(policy, lastRun.orElse(null), clock.instant(), ZoneId.systemDefault())
                        .orElse(null),
                drillDue(policy).orElse(null));
    }

    /// After the last rehearsal, else after the first run that made a backup.
    private Optional<Instant> drillDue(Policy policy) {
        return history.last(History.Kind.DRILL, policy.name())
                .filter(History.Entry::ok)
                .or(() -> history.of(History.Kind.RUN)
                        .filter(entry -> entry.ok() && policy.name().equals(entry.policy()))
                        .reduce((_, oldest) -> oldest))
                .map(entry -> entry.when().plus(policy.drill()));
    }

    @Override
    public void start() {
        thread = Thread.ofVirtual().name("backup-schedule").start(this::look);
    }

    private void look() {
        restore.recover();
        proof.recover();
        var started = clock.instant();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                for (var policy : readable().values()) {
                    if (isDue(policy, started)) {
                        run(policy);
                    }
                }
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Policies that cannot be read are a finding; the time of day goes on.
    private Map<String, Policy> readable() {
        try {
            return policies.policies();
        } catch (ProblemException e) {
            log.debug("policies cannot be read: {}", e.getMessage());
            return Map.of();
        }
    }

    private boolean isDue(Policy policy, Instant started) {
        var last = history.last(History.Kind.RUN, policy.name()).map(History.Entry::when);
        return next(policy, last.orElse(null), started, ZoneId.systemDefault())
                .filter(at -> !at.isAfter(clock.instant()))
                .isPresent();
    }

    private void run(Policy policy) {
        try {
            var request = new CreateRequest(policy.name(), null, null, null, null, null);
            var operation = operations.start("backup.create", tell -> create.run(request, tell));
            operations.await(operation.id());
            var pruning = new Prune.Request(policy.name(), null, null);
            operations.await(operations
                    .start("backup.prune", tell -> prune.run(pruning, tell))
                    .id());
            if (drillDue(policy)
                    .filter(at ->
                            at.isBefore(clock.instant().plus(policy.drill().dividedBy(4))))
                    .isPresent()) {
                operations.await(operations
                        .start("backup.drill", tell -> proof.verify(Reference.of("latest"), true, tell))
                        .id());
            }
        } catch (ProblemException e) {
            if (e.problem() != Problem.OPERATION_RUNNING) {
                throw e;
            }
            log.debug("{} waits: {}", policy.name(), e.detail());
        }
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
