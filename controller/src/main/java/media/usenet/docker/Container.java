package media.usenet.docker;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A container of a Compose project, as the engine knows it now.
///
/// @param service the Compose service's name
/// @param configHash what Compose compares to decide whether to recreate it
/// @param pid of its first process, as this machine counts them; 0 while it does not run
/// @param exitCode of its last run; none while it runs or before it has run
/// @param restarts how often the engine has restarted it by its restart policy
/// @param outOfMemory whether the kernel killed it for memory
/// @param started when it last started; none if it never did
/// @param finished when it last ended; none if it never did
/// @param image the reference it was created from
/// @param imageId the image it runs, whatever the reference means by now
/// @param probe what the last health check printed; empty without one
public record Container(
        String id,
        String name,
        String service,
        String configHash,
        State state,
        int pid,
        Health health,
        @Nullable Integer exitCode,
        int restarts,
        boolean outOfMemory,
        @Nullable Instant started,
        @Nullable Instant finished,
        String image,
        String imageId,
        List<Port> ports,
        String probe) {

    public Container {
        ports = List.copyOf(ports);
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    public enum State {
        CREATED,
        RUNNING,
        PAUSED,
        RESTARTING,
        REMOVING,
        EXITED,
        DEAD,
        /// A state this program has not heard of.
        OTHER
    }

    public enum Health {
        /// It has no health check.
        NONE,
        STARTING,
        HEALTHY,
        UNHEALTHY
    }

    /// A port published on the machine.
    ///
    /// @param address the machine's address it is bound to: `127.0.0.1`, `0.0.0.0`, `::`
    /// @param protocol `tcp` or `udp`
    public record Port(String address, int hostPort, int containerPort, String protocol) {}
}
