package media.usenet.plan;

import java.util.List;
import java.util.Map;
import media.usenet.catalog.ServiceDefinition;

/// One Compose service of the plan.
///
/// @param name its name in Compose; a companion (a database) has its own
/// @param definition the catalog entry that it comes from
/// @param template its Compose service as the template has it, every variable replaced but those of secrets
/// @param decisions what the plan adds to the template
/// @param url where its pages can be opened from this machine; empty for a service without any
public record PlannedService(
        String name, ServiceDefinition definition, Map<String, Object> template, List<Decision> decisions, String url) {

    public PlannedService {
        decisions = List.copyOf(decisions);
    }
}
