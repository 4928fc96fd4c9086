package media.usenet.scope;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.vault.Keep;

/// What is backed up when, to where, how long it is kept, and how often a restore of it is rehearsed.
///
/// @param services all of the stack where empty
/// @param schedule empty for one that runs only when asked
/// @param drill after how long without a rehearsal the backups count as unproved
public record Policy(
        String name,
        String title,
        String type,
        List<String> services,
        List<String> destinations,
        Optional<Schedule> schedule,
        Keep keep,
        Duration drill) {

    public Policy {
        services = List.copyOf(services);
        destinations = List.copyOf(destinations);
    }

    /// @param days every day where empty
    public record Schedule(LocalTime at, Set<DayOfWeek> days) {

        public Schedule {
            days = Set.copyOf(days);
        }
    }

    public Policy with(Optional<Schedule> other) {
        return new Policy(name, title, type, services, destinations, other, keep, drill);
    }

    public Policy with(Keep other) {
        return new Policy(name, title, type, services, destinations, schedule, other, drill);
    }
}
