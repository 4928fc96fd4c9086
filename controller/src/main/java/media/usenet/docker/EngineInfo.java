package media.usenet.docker;

import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The Docker engine as it describes itself.
///
/// @param operatingSystem of the machine the engine runs on: a virtual one with Docker Desktop
/// @param runtimes by name: `runc`, and `nvidia` where its toolkit is set up
/// @param cgroupDriver `systemd` or `cgroupfs`
/// @param securityOptions `name=seccomp,profile=default`, `name=rootless` ...
/// @param limitsCpu whether the kernel has the CFS quota that bounds a container's CPU time
/// @param rootDirectory where images and containers lie, on the engine's machine
public record EngineInfo(
        String version,
        String apiVersion,
        String operatingSystem,
        String storageDriver,
        Set<String> runtimes,
        String cgroupDriver,
        List<String> securityOptions,
        int cpus,
        long memoryBytes,
        boolean limitsCpu,
        Path rootDirectory) {

    public EngineInfo {
        runtimes = Set.copyOf(runtimes);
        securityOptions = List.copyOf(securityOptions);
    }

    static EngineInfo of(Info info, Version version) {
        return new EngineInfo(
                text(info.getServerVersion()),
                text(version.getApiVersion()),
                text(info.getOperatingSystem()),
                text(info.getDriver()),
                info.getRuntimes() == null ? Set.of() : info.getRuntimes().keySet(),
                text(info.getCGroupDriver()),
                Objects.requireNonNullElse(info.getSecurityOptions(), List.of()),
                Objects.requireNonNullElse(info.getNCPU(), 0),
                Objects.requireNonNullElse(info.getMemTotal(), 0L),
                !Boolean.FALSE.equals(info.getCpuCfsQuota()) && !Boolean.FALSE.equals(info.getCpuCfsPeriod()),
                Path.of(text(info.getDockerRootDir())));
    }

    /// An engine without root can neither mount drives nor hand over devices.
    public boolean rootless() {
        return securityOptions.stream().anyMatch(option -> option.contains("name=rootless"));
    }

    /// Docker Desktop runs in a virtual machine of its own, which sees neither the drives nor the GPUs of this one.
    public boolean desktop() {
        return operatingSystem.equals("Docker Desktop");
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
