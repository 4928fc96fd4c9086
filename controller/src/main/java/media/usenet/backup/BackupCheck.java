package media.usenet.backup;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import media.usenet.scope.Policy;
import media.usenet.scope.PolicyFiles;

/// Whether backups are made, and proved, as often as their policies want.
final class BackupCheck implements Check {

    private static final Duration GRACE = Duration.ofHours(30);

    private final PolicyFiles policies;
    private final History history;
    private final InstantSource clock;

    BackupCheck(PolicyFiles policies, History history, InstantSource clock) {
        this.policies = policies;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public String component() {
        return "backup";
    }

    @Override
    public List<Finding> findings() {
        try {
            var findings = new ArrayList<Finding>();
            policies.policies().values().forEach(policy -> judge(policy, findings));
            return findings;
        } catch (ProblemException e) {
            return List.of(new Finding(e.problem().name(), Severity.ERROR, e.detail(), e.remedy()));
        }
    }

    private void judge(Policy policy, List<Finding> findings) {
        var last = history.last(History.Kind.RUN, policy.name());
        if (last.isEmpty()) {
            if (policy.schedule().isPresent()) {
                findings.add(new Finding(
                        "BACKUP_NEVER_MADE",
                        Severity.NOTICE,
                        "no backup '%s' was made yet".formatted(policy.name()),
                        "usenet backup create"));
            }
            return;
        }
        if (!last.get().ok()) {
            findings.add(new Finding(
                    "BACKUP_FAILED",
                    Severity.ERROR,
                    "the last backup '%s' failed: %s"
                            .formatted(policy.name(), last.get().detail()),
                    "usenet backup create --policy " + policy.name()));
        }
        overdue(policy, last.get(), findings);
        drilled(policy, findings);
    }

    private void overdue(Policy policy, History.Entry last, List<Finding> findings) {
        var next = Scheduling.next(policy, last.when(), last.when(), ZoneId.systemDefault());
        if (next.filter(at -> at.plus(GRACE).isBefore(clock.instant())).isPresent()) {
            findings.add(new Finding(
                    "BACKUP_OVERDUE",
                    Severity.WARNING,
                    "the last backup '%s' is of %s".formatted(policy.name(), last.when()),
                    "usenet backup create --policy " + policy.name()));
        }
    }

    private void drilled(Policy policy, List<Finding> findings) {
        var proof = history.last(History.Kind.DRILL, policy.name());
        var since = proof.filter(History.Entry::ok)
                .or(() -> history.of(History.Kind.RUN)
                        .filter(entry -> policy.name().equals(entry.policy()))
                        .reduce((_, oldest) -> oldest));
        if (since.filter(entry -> entry.when().plus(policy.drill()).isBefore(clock.instant()))
                .isPresent()) {
            findings.add(new Finding(
                    "BACKUP_NOT_DRILLED",
                    Severity.WARNING,
                    "no restore of '%s' was rehearsed for %d days"
                            .formatted(policy.name(), policy.drill().toDays()),
                    "usenet backup drill"));
        }
        proof.filter(entry -> !entry.ok())
                .ifPresent(entry -> findings.add(new Finding(
                        "BACKUP_DRILL_FAILED",
                        Severity.ERROR,
                        "the last rehearsal of '%s' failed: %s".formatted(policy.name(), entry.detail()),
                        "make a new backup, then: usenet backup drill")));
    }
}
