package media.usenet.plan;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.catalog.ServiceDefinition.SecretDefinition.Format;
import media.usenet.health.Finding;
import media.usenet.problem.Flaw;

/// What the stack is to be, with every reason. Showing it is the dry run; applying it is the only other use.
///
/// @param services in the order of their names
/// @param decisions those that hold for the whole stack
/// @param folders to be there, with these owners, before anything starts
/// @param files to be written when they are not there yet
/// @param secrets variables that Compose reads from the private `.env` beside its file
/// @param ports the published port of each template variable, for the next plan to keep
/// @param findings worth telling; nothing is stopped by them
/// @param blockers why the plan cannot be applied; empty when it can
public record StackPlan(
        List<PlannedService> services,
        List<Decision> decisions,
        List<Folder> folders,
        List<InitialFile> files,
        List<Secret> secrets,
        Map<String, Integer> ports,
        List<Finding> findings,
        List<Flaw> blockers) {

    public StackPlan {
        services = List.copyOf(services);
        decisions = List.copyOf(decisions);
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        secrets = List.copyOf(secrets);
        findings = List.copyOf(findings);
        blockers = List.copyOf(blockers);
    }

    public Optional<PlannedService> find(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /// Every service that must start before this one: those it waits for, and those that these wait for.
    public Set<String> startedBefore(String service) {
        var before = new TreeSet<String>();
        var waiting = new ArrayDeque<>(List.of(service));
        while (!waiting.isEmpty()) {
            find(waiting.remove()).stream()
                    .flatMap(planned -> planned.decisions().stream())
                    .filter(Decision.StartAfter.class::isInstance)
                    .map(decision -> ((Decision.StartAfter) decision).service())
                    .filter(before::add)
                    .forEach(waiting::add);
        }
        return before;
    }

    /// These services, and every one that must start before them.
    public Set<String> withStartedBefore(Set<String> services) {
        var all = new TreeSet<>(services);
        services.forEach(service -> all.addAll(startedBefore(service)));
        return all;
    }

    /// A folder on the host that containers bind.
    public record Folder(Path path, int uid, int gid) {}

    /// A first configuration file, without which a service would not start.
    ///
    /// @param text with `${NAME}` for each secret that belongs in it
    public record InitialFile(Path path, String text, int uid, int gid) {}

    /// @param service whose it is
    /// @param given the user's value from `.env`; empty for one that is generated once and kept
    public record Secret(String name, String service, Format format, Optional<String> given) {}
}
