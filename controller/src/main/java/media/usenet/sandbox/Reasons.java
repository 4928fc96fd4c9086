package media.usenet.sandbox;

import media.usenet.host.Outcome;
import media.usenet.sandbox.SandboxState.Unusable;

/// Why nothing can be confined here, in words for whoever has to change that. Pure.
final class Reasons {

    private Reasons() {}

    static Unusable unusable(Outcome outcome, boolean root, boolean unsafePermitted) {
        var because = because(outcome);
        return new Unusable(because, remedy(because, root), unsafePermitted);
    }

    private static String because(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Exited(int code, String _, String stderr) ->
                stderr.isBlank() ? "a program in a cell ended with " + code : firstLine(stderr);
            case Outcome.TimedOut(var after) -> "a program in a cell did not end within " + after.toSeconds() + " s";
            case Outcome.NotFound(String program) -> program + " is not on this machine";
        };
    }

    private static String firstLine(String stderr) {
        return stderr.strip().lines().findFirst().orElse(stderr);
    }

    private static String remedy(String because, boolean root) {
        if (because.contains("not found") || because.contains("is not on this machine")) {
            return "install bubblewrap and util-linux, then restart the controller";
        }
        if (because.contains("nknown option")) {
            return "install bubblewrap 0.8 or newer, then restart the controller";
        }
        return root
                ? "run the controller on the host, not in a container that may not mount"
                : "permit user namespaces (sysctl kernel.unprivileged_userns_clone=1, or"
                        + " kernel.apparmor_restrict_unprivileged_userns=0), or run the controller as root";
    }
}
