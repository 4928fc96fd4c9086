package media.usenet.pool;

import java.util.List;
import java.util.Optional;

/// Whether drives that come later can appear in the containers of a Docker engine: it must run on this very machine,
/// with
/// root's rights.
public final class EngineFitness {

    private EngineFitness() {}

    /// The sentence that says why they cannot.
    ///
    /// @param operatingSystem as the engine names it
    /// @param securityOptions the engine's own: `name=seccomp,profile=default`
    /// @param engineKernel release of the kernel the engine runs on
    /// @param ownKernel of the one this process runs on
    public static Optional<String> problem(
            String operatingSystem, List<String> securityOptions, String engineKernel, String ownKernel) {
        if (operatingSystem.equals("Docker Desktop")) {
            return Optional.of("this is Docker Desktop: its containers run in a virtual machine of their own, where no"
                    + " drive of this one can appear");
        }
        if (securityOptions.stream().anyMatch(option -> option.contains("name=rootless"))) {
            return Optional.of("the Docker engine runs without root, in a mount namespace of its own: drives cannot be"
                    + " mounted for its containers");
        }
        return engineKernel.equals(ownKernel)
                ? Optional.empty()
                : Optional.of(("the Docker engine runs on another machine (kernel %s, here %s), where no drive of this"
                                + " one can appear")
                        .formatted(engineKernel, ownKernel));
    }
}
