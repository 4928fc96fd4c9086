package media.usenet.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.plan.Decision.PublishPort;
import media.usenet.plan.PortClaim.Asker;
import media.usenet.problem.Flaw;
import media.usenet.settings.StackSettings;

/// The published ports of all services: who claims which, and who gets it.
///
/// @param claims by the container that publishes them; behind a VPN that is the VPN's
record Ports(PortPlan plan, Map<String, List<PortClaim>> claims, List<Flaw> flaws) {

    static Ports of(
            List<ServiceDefinition> running,
            Selection selection,
            Catalog catalog,
            StackSettings settings,
            StackFacts facts) {
        var flaws = new ArrayList<Flaw>();
        var claims = new LinkedHashMap<String, List<PortClaim>>();
        for (var service : running) {
            var read = new ClaimReader(service, catalog, settings, flaws);
            service.containers().forEach((name, template) -> {
                var with = service.companionsWith().get(name);
                if (!template.containsKey("network_mode") && (with == null || selection.runs(with))) {
                    claims.computeIfAbsent(read.publisher(name), _ -> new ArrayList<>())
                            .addAll(read.claims(name, template));
                }
            });
        }
        var all = claims.values().stream().flatMap(List::stream).toList();
        return new Ports(PortPlan.of(all, facts), claims, flaws);
    }

    List<PublishPort> publishedBy(String container) {
        return claims.getOrDefault(container, List.of()).stream()
                .flatMap(claim -> plan.publish(claim).stream())
                .toList();
    }

    /// What is published for a service, by itself or by the VPN it is behind.
    Stream<PublishPort> published(ServiceDefinition service) {
        return claimsOf(service).flatMap(claim -> plan.publish(claim).stream());
    }

    boolean follows(ServiceDefinition service, PublishPort published) {
        return claimsOf(service)
                .filter(claim -> claim.variable().equals(Selection.variable(service.name(), "PORT")))
                .anyMatch(claim -> plan.port(claim) == published.hostPort()
                        && claim.targets().stream().anyMatch(PortClaim.Target::follows));
    }

    /// The number on which a service listens that listens on whatever is published.
    Map<String, Integer> following() {
        var following = new HashMap<String, Integer>();
        claims.values().stream().flatMap(List::stream).forEach(claim -> {
            if (claim.variable().equals(Selection.variable(claim.service(), "PORT"))
                    && claim.targets().stream().anyMatch(PortClaim.Target::follows)) {
                following.put(claim.service(), plan.port(claim));
            }
        });
        return following;
    }

    List<Flaw> blockers() {
        return Stream.concat(flaws.stream(), plan.blockers().stream()).toList();
    }

    private Stream<PortClaim> claimsOf(ServiceDefinition service) {
        return claims.values().stream()
                .flatMap(List::stream)
                .filter(claim -> claim.service().equals(service.name()));
    }

    /// Reads the claims of one service's template and finds who asked for which number.
    private record ClaimReader(ServiceDefinition service, Catalog catalog, StackSettings settings, List<Flaw> flaws) {

        String publisher(String container) {
            var behindVpn = container.equals(service.name())
                    && service.vpnCapable()
                    && settings.service(service.name()).vpn();
            return behindVpn ? Selection.VPN : container;
        }

        List<PortClaim> claims(String container, Map<String, Object> template) {
            var address = settings.service(service.name())
                    .publish()
                    .orElse(settings.publish())
                    .address();
            var claims = new ArrayList<PortClaim>();
            PortClaim.read(container, template.getOrDefault("ports", List.of())).forEach((variable, targets) -> {
                var asker = asker(variable);
                var usual = asker.flatMap(this::asked).orElseGet(() -> usual(variable));
                claims.add(new PortClaim(container, variable, usual, asker, address, targets));
            });
            return claims;
        }

        private Optional<Asker> asker(String variable) {
            var isMain = variable.equals(Selection.variable(service.name(), "PORT"));
            if (isMain && settings.service(service.name()).port().isPresent()) {
                return Optional.of(new Asker("stack.yaml", "services.%s.port".formatted(service.name())));
            }
            return !settings.environment().getOrDefault(variable, "").isBlank()
                    ? Optional.of(new Asker(".env", variable))
                    : Optional.empty();
        }

        private Optional<Integer> asked(Asker asker) {
            if (asker.file().equals("stack.yaml")) {
                return settings.service(service.name()).port();
            }
            var text = String.valueOf(settings.environment().get(asker.key()));
            var port = number(text);
            if (port.isEmpty()) {
                flaws.add(new Flaw(
                        asker.file(), asker.key(), "must be a whole number from 1 to 65535, not '%s'".formatted(text)));
            }
            return port;
        }

        private int usual(String variable) {
            var numeral = variable.substring(variable.indexOf(':') + 1);
            return number(catalog.defaults().getOrDefault(variable, numeral)).orElse(0);
        }

        private static Optional<Integer> number(String text) {
            if (!text.matches("\\d{1,5}")) {
                return Optional.empty();
            }
            int port = Integer.parseInt(text);
            return port >= 1 && port <= 65_535 ? Optional.of(port) : Optional.empty();
        }
    }
}
