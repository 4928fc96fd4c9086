package media.usenet.hardware;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.Flaw;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// GPUs that could encode and do not, and hardware profiles that cannot be read.
@Component
final class HardwareCheck implements Check {

    private final Hardware hardware;
    private final HardwareProfiles profiles;

    HardwareCheck(Hardware hardware, HardwareProfiles profiles) {
        this.hardware = hardware;
        this.profiles = profiles;
    }

    @Override
    public String component() {
        return "hardware";
    }

    @Override
    public List<Finding> findings() {
        try {
            var findings = new ArrayList<Finding>();
            missingProfiles().ifPresent(findings::add);
            hardware.facts().gpus().forEach(gpu -> finding(gpu).ifPresent(findings::add));
            return List.copyOf(findings);
        } catch (ProblemException e) {
            return List.of(new Finding(e.problem().name(), Severity.ERROR, text(e), e.remedy()));
        }
    }

    private static String text(ProblemException e) {
        var flaws = e.flaws().stream().map(Flaw::toString).collect(Collectors.joining("; "));
        return flaws.isEmpty() ? e.detail() : e.detail() + ": " + flaws;
    }

    private Optional<Finding> missingProfiles() {
        return Files.isDirectory(profiles.shipped())
                ? Optional.empty()
                : Optional.of(new Finding(
                        "HARDWARE_PROFILES_MISSING",
                        Severity.WARNING,
                        "the hardware profiles are not in " + profiles.shipped().toAbsolutePath(),
                        "set hardware.profiles to the folder hardware-profiles of the installation"));
    }

    static Optional<Finding> finding(Gpu gpu) {
        return switch (gpu.verdict()) {
            case OK, NO_ENCODER -> Optional.empty();
            case DRIVER_MISSING -> Optional.of(finding(gpu, Severity.WARNING, install(gpu)));
            case DRIVER_BROKEN ->
                Optional.of(
                        finding(gpu, Severity.ERROR, "restart the machine; if that does not help, " + install(gpu)));
            case NODE_MISSING ->
                Optional.of(finding(gpu, Severity.WARNING, "check the kernel's messages: dmesg | grep -i drm"));
            case VIRTUAL -> Optional.of(finding(gpu, Severity.NOTICE, "nothing to do if it was meant for a guest"));
            case UNKNOWN ->
                Optional.of(finding(
                        gpu, Severity.NOTICE, "send the output of usenet hardware capture, so that it can be learnt"));
        };
    }

    private static Finding finding(Gpu gpu, Severity severity, String remedy) {
        var text = "%s%s: %s".formatted(gpu.model(), gpu.slot() == null ? "" : " at " + gpu.slot(), gpu.reason());
        return new Finding("GPU_" + gpu.verdict(), severity, text, remedy);
    }

    private static String install(Gpu gpu) {
        return switch (gpu.vendor()) {
            case NVIDIA ->
                "install the nvidia driver of your distribution and restart (Debian: apt install nvidia-driver)";
            case INTEL ->
                "install the kernel's firmware and a newer kernel (Debian: apt install firmware-misc-nonfree)";
            case AMD -> "install the firmware and restart (Debian: apt install firmware-amd-graphics)";
            case BROADCOM, ROCKCHIP, UNKNOWN -> "install the board maker's kernel";
        };
    }
}
