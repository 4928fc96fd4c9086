package media.usenet.backup;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.scope.Policy;
import media.usenet.scope.PolicyFiles;
import media.usenet.vault.Destinations;
import media.usenet.vault.Keep;
import media.usenet.vault.Retention;
import media.usenet.vault.Stored;
import org.jspecify.annotations.Nullable;

/// Removes the backups that no rule keeps any more. What other programs made is never removed.
final class Prune {

    private final PolicyFiles policies;
    private final Destinations destinations;
    private final History history;
    private final InstantSource clock;

    Prune(PolicyFiles policies, Destinations destinations, History history, InstantSource clock) {
        this.policies = policies;
        this.destinations = destinations;
        this.history = history;
        this.clock = clock;
    }

    /// @param policy whose backups, by whose rules; `nightly` where null
    /// @param keep how many of the newest, instead of the policy's rules
    /// @param olderThanDays only those that are older, and all of them but the newest that is proved
    record Request(
            @Nullable String policy,
            @Nullable Integer keep,
            @Nullable Integer olderThanDays) {

        static final Request USUAL = new Request(null, null, null);
    }

    /// @param because what keeps it; empty for one that goes
    record Decision(String id, String destination, String created, boolean keep, List<String> because) {}

    record Plan(String policy, int removes, List<Decision> decisions) {}

    Plan plan(Request request) {
        var policy = policies.policy(Objects.requireNonNullElse(request.policy(), CreateRequest.USUAL_POLICY));
        var decisions = new ArrayList<Decision>();
        for (var destination : policy.destinations()) {
            for (var verdict : verdicts(policy, destination, request)) {
                decisions.add(new Decision(
                        verdict.stored().id(),
                        destination,
                        verdict.stored().created().toString(),
                        verdict.keeps(),
                        verdict.because()));
            }
        }
        int removes = (int) decisions.stream().filter(one -> !one.keep()).count();
        return new Plan(policy.name(), removes, decisions);
    }

    private List<Retention.Verdict> verdicts(Policy policy, String destination, Request request) {
        var mine = destinations.open(destination).list().stream()
                .filter(stored -> !stored.form().equals("seed") && policy.name().equals(stored.policy()))
                .toList();
        var keep = request.keep() == null && request.olderThanDays() == null
                ? policy.keep()
                : new Keep(Objects.requireNonNullElse(request.keep(), 1), 0, 0, 0, 0);
        return Retention.judge(mine, keep, ZoneId.systemDefault(), stored -> history.proved(stored.id())).stream()
                .map(verdict -> young(verdict, request))
                .toList();
    }

    private Retention.Verdict young(Retention.Verdict verdict, Request request) {
        if (verdict.keeps() || request.olderThanDays() == null) {
            return verdict;
        }
        var oldest = clock.instant().minus(Duration.ofDays(request.olderThanDays()));
        return verdict.stored().created().isBefore(oldest)
                ? verdict
                : new Retention.Verdict(
                        verdict.stored(), List.of("younger than %d days".formatted(request.olderThanDays())));
    }

    Result run(Request request, Consumer<Step> tell) {
        var policy = policies.policy(Objects.requireNonNullElse(request.policy(), CreateRequest.USUAL_POLICY));
        var removed = new ArrayList<String>();
        for (var destination : policy.destinations()) {
            var gone = verdicts(policy, destination, request).stream()
                    .filter(verdict -> !verdict.keeps())
                    .map(Retention.Verdict::stored)
                    .toList();
            if (!gone.isEmpty()) {
                tell.accept(Step.of(destination, "removing " + gone.size()));
                destinations.open(destination).remove(gone);
                gone.stream().map(Stored::id).forEach(removed::add);
            }
            tell.accept(Step.of(destination, "removed " + gone.size()));
        }
        return Result.of(removed);
    }
}
