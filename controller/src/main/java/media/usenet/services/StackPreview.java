package media.usenet.services;

import java.util.List;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.Decision;
import media.usenet.problem.Flaw;

/// What applying a plan, or a command, would change, and why.
///
/// @param changes how many services would be touched
record StackPreview(
        int changes, List<ServicePreview> services, List<Told> stack, List<Finding> findings, List<Finding> blockers) {

    static StackPreview of(
            List<ServicePreview> services, List<Decision> stack, List<Finding> findings, List<Flaw> blockers) {
        var changes = (int) services.stream()
                .filter(service -> service.action() != Action.NONE)
                .count();
        return new StackPreview(
                changes,
                services,
                stack.stream().map(Told::of).toList(),
                findings,
                blockers.stream().map(StackPreview::finding).toList());
    }

    private static Finding finding(Flaw blocker) {
        return new Finding("PLAN_BLOCKED", Severity.ERROR, blocker.toString(), "correct it, then try again");
    }

    /// A decision as people are told it.
    record Told(String topic, String what, String because) {

        static Told of(Decision decision) {
            return new Told(decision.topic(), decision.what(), decision.because());
        }
    }

    record ServicePreview(String name, Action action, List<Difference> differences, List<Told> decisions) {}

    enum Action {
        NONE,
        CREATE,
        RECREATE,
        START,
        STOP,
        RESTART,
        REMOVE
    }
}
