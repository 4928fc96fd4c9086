package media.usenet.services;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.catalog.ServiceDefinition.Category;
import media.usenet.plan.PlannedService;
import media.usenet.plan.StackPlan;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.Spelling;
import org.jspecify.annotations.Nullable;

/// Which services a command is for: those named, those of a category, or all when neither is said.
///
/// @param category null for any
record Targets(List<String> services, @Nullable String category) {

    static final Targets ALL = new Targets(List.of(), null);

    Targets {
        services = services == null ? List.of() : List.copyOf(services);
    }

    boolean all() {
        return services.isEmpty() && category == null;
    }

    /// The names in the plan; companions go with their service.
    ///
    /// @throws ProblemException `SERVICE_NOT_FOUND`
    Set<String> in(StackPlan plan) {
        var known = plan.services().stream().map(PlannedService::name).collect(Collectors.toSet());
        services.forEach(name -> require(name, known));
        var wantedCategory = category == null ? null : category(category);
        return plan.services().stream()
                .filter(service -> all()
                        || services.contains(service.name())
                        || services.contains(service.definition().name())
                        || service.definition().category() == wantedCategory)
                .map(PlannedService::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static void require(String name, Collection<String> known) {
        if (!known.contains(name)) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_FOUND,
                    "the stack has no service '%s'".formatted(name),
                    Spelling.nearest(name, known)
                            .map("did you mean %s?"::formatted)
                            .orElse("list them with: usenet services list"));
        }
    }

    private static Category category(String text) {
        try {
            return Category.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            var known = List.of(Category.values()).toString().toLowerCase(Locale.ROOT);
            throw new ProblemException(
                    Problem.INVALID_REQUEST, "there is no category '%s'".formatted(text), "choose one of " + known, e);
        }
    }
}
