package media.usenet.plan;

import java.util.Set;

/// What the planner wants to know of Docker.
///
/// @param version the engine's (`20.10.24`); `unknown` while it does not answer
/// @param composeVersion Compose's (`2.26.1`)
/// @param runtimes container runtimes by name: `runc`, `nvidia`
/// @param limitsCpu whether it can bound a container's CPU time: kernels of some NAS boxes and of nested containers
///     have no CFS quota, and then it refuses to create a container with a bound
public record EngineFacts(String version, String composeVersion, Set<String> runtimes, boolean limitsCpu) {

    /// The engine that is not there: the plan is made for what every engine can do.
    public static final EngineFacts UNKNOWN = new EngineFacts("unknown", "unknown", Set.of(), true);

    public EngineFacts {
        runtimes = Set.copyOf(runtimes);
    }

    /// Whether a health check may ask more often while its container starts (Engine 25, Compose 2.20.3).
    boolean hasStartInterval() {
        return major(version) >= 25 && composeHas2Point20Point3();
    }

    /// Whether a service may wait for the health of another, and start all the same when that one fails (Compose
    /// 2.20).
    boolean knowsOptionalDependencies() {
        return composeHas2Point20Point3();
    }

    private boolean composeHas2Point20Point3() {
        return major(composeVersion) >= 2 && !composeVersion.matches("v?2\\.(1?[0-9]|20\\.[0-2])(\\D.*)?");
    }

    /// Compose 1.29 refuses the key `create_host_path`; its long form of a bind makes no folder either.
    boolean knowsCreateHostPath() {
        return major(composeVersion) != 1;
    }

    private static int major(String version) {
        var digits = version.replaceFirst("^v?(\\d+).*$", "$1");
        return digits.matches("\\d{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
