package media.usenet.backup;

import java.util.List;
import java.util.Objects;
import media.usenet.scope.Policy;
import org.jspecify.annotations.Nullable;

/// What to back up. Whatever is null is as the policy has it.
///
/// @param policy `nightly` where null
/// @param services all where null or empty
record CreateRequest(
        @Nullable String policy,
        @Nullable String type,
        @Nullable String name,
        @Nullable String description,
        @Nullable List<String> services,
        @Nullable List<String> destinations) {

    static final CreateRequest USUAL = new CreateRequest(null, null, null, null, null, null);
    static final String USUAL_POLICY = "nightly";

    String policyName() {
        return Objects.requireNonNullElse(policy, USUAL_POLICY);
    }

    String type(Policy usual) {
        return Objects.requireNonNullElse(type, usual.type());
    }

    List<String> services(Policy usual) {
        return services == null || services.isEmpty() ? usual.services() : services;
    }

    List<String> destinations(Policy usual) {
        return destinations == null || destinations.isEmpty() ? usual.destinations() : destinations;
    }
}
