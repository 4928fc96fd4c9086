package media.usenet.backup;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.Policy;
import media.usenet.scope.Policy.Schedule;
import media.usenet.scope.PolicyFiles;
import media.usenet.vault.Keep;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Policies over HTTP: when backups are made, how long they are kept, and what became of them.
@RestController
@RequestMapping("/v1/backups")
final class PolicyController {

    private final PolicyFiles policies;
    private final Scheduling scheduling;
    private final History history;

    PolicyController(PolicyFiles policies, Scheduling scheduling, History history) {
        this.policies = policies;
        this.scheduling = scheduling;
        this.history = history;
    }

    /// @param at time of day; null for one that runs only when asked
    record Told(
            String name,
            String title,
            String type,
            List<String> services,
            List<String> destinations,
            @Nullable String at,
            List<String> days,
            Keep keep,
            long drillDays) {

        static Told of(Policy policy) {
            return new Told(
                    policy.name(),
                    policy.title(),
                    policy.type(),
                    policy.services(),
                    policy.destinations(),
                    policy.schedule().map(when -> when.at().toString()).orElse(null),
                    policy.schedule().stream()
                            .flatMap(when -> when.days().stream().sorted())
                            .map(day -> day.name().toLowerCase(Locale.ROOT))
                            .toList(),
                    policy.keep(),
                    policy.drill().toDays());
        }
    }

    record Policies(List<Told> policies) {}

    @GetMapping("/policies")
    Policies policies() {
        return new Policies(policies.policies().values().stream().map(Told::of).toList());
    }

    /// What is null stays as it is.
    ///
    /// @param at time of day, or `off`
    /// @param days every day where empty
    record PolicyChange(
            @Nullable String at,
            @Nullable List<String> days,
            @Nullable Integer last,
            @Nullable Integer daily,
            @Nullable Integer weekly,
            @Nullable Integer monthly,
            @Nullable Integer yearly) {

        Policy applied(Policy policy) {
            var keep = policy.keep();
            return policy.with(schedule(policy))
                    .with(new Keep(
                            Objects.requireNonNullElse(last, keep.last()),
                            Objects.requireNonNullElse(daily, keep.daily()),
                            Objects.requireNonNullElse(weekly, keep.weekly()),
                            Objects.requireNonNullElse(monthly, keep.monthly()),
                            Objects.requireNonNullElse(yearly, keep.yearly())));
        }

        private Optional<Schedule> schedule(Policy policy) {
            if ("off".equals(at)) {
                return Optional.empty();
            }
            if (at == null && days == null) {
                return policy.schedule();
            }
            try {
                var time = at == null
                        ? policy.schedule().map(Schedule::at).orElse(LocalTime.of(3, 30))
                        : LocalTime.parse(at);
                var when = days == null ? policy.schedule().map(Schedule::days).orElse(Set.of()) : chosen();
                return Optional.of(new Schedule(time, when));
            } catch (DateTimeParseException | IllegalArgumentException _) {
                throw new ProblemException(
                        Problem.INVALID_REQUEST,
                        "'%s' on %s is no time of day on days of the week".formatted(at, days),
                        "such as 03:30 on monday,thursday");
            }
        }

        private Set<DayOfWeek> chosen() {
            var chosen = EnumSet.noneOf(DayOfWeek.class);
            for (var day : Objects.requireNonNullElse(days, List.<String>of())) {
                chosen.add(DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)));
            }
            return chosen;
        }
    }

    @PutMapping("/policies/{policy}")
    Told change(@PathVariable String policy, @RequestBody PolicyChange change) {
        var changed = change.applied(policies.policy(policy));
        if (changed.keep().nothing()) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST, "the policy would keep nothing", "keep at least the last one");
        }
        policies.write(changed);
        return Told.of(policies.policy(policy));
    }

    @GetMapping("/schedule")
    Scheduling.Listing schedule() {
        return scheduling.due();
    }

    record Past(List<History.Entry> entries) {}

    /// Runs, checks and rehearsals, newest first.
    @GetMapping("/history")
    Past history() {
        return new Past(history.all());
    }
}
