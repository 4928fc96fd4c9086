package media.usenet.cli;

import java.io.PrintStream;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// What is said beside the answer, on standard error: warnings, and each request where someone wants to see them.
final class Notes {

    private final PrintStream err;
    private final boolean quiet;
    private final boolean verbose;
    private final boolean systemd;
    private boolean versionSeen;

    /// @param systemd whether systemd runs this machine's services
    Notes(PrintStream err, boolean quiet, boolean verbose, boolean systemd) {
        this.err = err;
        this.quiet = quiet;
        this.verbose = verbose;
        this.systemd = systemd;
    }

    void warn(String text) {
        if (!quiet) {
            err.println("warning: " + text);
        }
    }

    void request(String method, String target, int status, long nanos) {
        if (verbose) {
            err.println(method + " " + target + " " + status + " " + nanos / 1_000_000 + " ms");
        }
    }

    synchronized void version(@Nullable String controller) {
        if (controller != null && !controller.equals(Version.TEXT) && !versionSeen) {
            warn("this is usenet " + Version.TEXT + ", the controller is " + controller
                    + ": install the same version of both");
        }
        versionSeen = true;
    }

    String howToStart(URI controller) {
        if (!Whereabouts.isHere(controller)) {
            return "check that it runs on " + controller.getHost() + " and can be reached from here";
        }
        return systemd ? "systemctl status usenet-controller" : "sudo /opt/usenet/bin/usenet-controller start";
    }
}
