package media.usenet.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import media.usenet.plan.Decision.PublishPort;
import media.usenet.problem.Flaw;

/// Gives every published port its number on the host: as asked for, as before, as usual, or the next one that is free.
final class PortPlan {

    private static final int HIGHEST = 65_535;

    private final StackFacts facts;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, String> reasons = new LinkedHashMap<>();
    private final List<PortClaim> given = new ArrayList<>();
    private final List<Flaw> blockers = new ArrayList<>();

    private PortPlan(StackFacts facts) {
        this.facts = facts;
    }

    static PortPlan of(List<PortClaim> claims, StackFacts facts) {
        var plan = new PortPlan(facts);
        claims.stream()
                .sorted(Comparator.comparing((PortClaim claim) -> claim.asker().isEmpty())
                        .thenComparing(claim -> !facts.earlierPorts().containsKey(claim.variable()))
                        .thenComparing(PortClaim::service)
                        .thenComparing(PortClaim::variable))
                .forEach(plan::give);
        return plan;
    }

    /// The port of each variable.
    Map<String, Integer> ports() {
        return Map.copyOf(ports);
    }

    List<Flaw> blockers() {
        return List.copyOf(blockers);
    }

    /// Why the variable has its port.
    String because(String variable) {
        return reasons.getOrDefault(variable, "");
    }

    /// The claims whose port is not the usual one, because it was taken.
    List<PortClaim> moved() {
        return given.stream()
                .filter(claim -> claim.asker().isEmpty() && port(claim) != claim.usual())
                .toList();
    }

    int port(PortClaim claim) {
        return ports.getOrDefault(claim.variable(), claim.usual());
    }

    List<PublishPort> publish(PortClaim claim) {
        return claim.targets().stream()
                .map(target -> new PublishPort(
                        claim.address(),
                        port(claim),
                        target.follows() ? port(claim) : target.port(),
                        target.protocol(),
                        because(claim.variable())))
                .toList();
    }

    private void give(PortClaim claim) {
        if (claim.asker().isPresent()) {
            giveAsAsked(claim, claim.asker().get());
            return;
        }
        var earlier = facts.earlierPorts().get(claim.variable());
        if (earlier != null
                && earlier != claim.usual()
                && holder(claim, earlier).isEmpty()) {
            take(claim, earlier, "it had this port before");
            return;
        }
        var holder = holder(claim, claim.usual());
        if (holder.isEmpty()) {
            take(claim, claim.usual(), "it is the usual port and it is free");
        } else {
            take(claim, nextFree(claim), "%d is taken by %s".formatted(claim.usual(), holder.get()));
        }
    }

    private void giveAsAsked(PortClaim claim, PortClaim.Asker asker) {
        holder(claim, claim.usual())
                .ifPresent(holder -> blockers.add(new Flaw(
                        asker.file(),
                        asker.key(),
                        "port %d is taken by %s; port %d is free".formatted(claim.usual(), holder, nextFree(claim)))));
        take(claim, claim.usual(), asker.file() + " asks for it");
    }

    private void take(PortClaim claim, int port, String because) {
        ports.put(claim.variable(), port);
        reasons.put(claim.variable(), because);
        given.add(claim);
    }

    private int nextFree(PortClaim claim) {
        for (int port = claim.usual() + 1; port <= HIGHEST; port++) {
            if (holder(claim, port).isEmpty()) {
                return port;
            }
        }
        for (int port = 1024; port < claim.usual(); port++) {
            if (holder(claim, port).isEmpty()) {
                return port;
            }
        }
        return claim.usual();
    }

    private Optional<String> holder(PortClaim claim, int port) {
        for (var target : claim.targets()) {
            var taken = facts.takenPorts().stream()
                    .filter(other -> other.blocks(claim.address(), port, target.protocol()))
                    .map(TakenPort::holder)
                    .findFirst()
                    .or(() -> sibling(port, target.protocol()));
            if (taken.isPresent()) {
                return taken;
            }
        }
        return Optional.empty();
    }

    private Optional<String> sibling(int port, String protocol) {
        return given.stream()
                .filter(other -> port(other) == port)
                .filter(other -> other.targets().stream()
                        .anyMatch(target -> target.protocol().equals(protocol)))
                .map(PortClaim::service)
                .findFirst();
    }
}
