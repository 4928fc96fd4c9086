package media.usenet.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import media.usenet.hardware.Gpu;
import media.usenet.hardware.HardwareProfile;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.Decision.EncodeInSoftware;
import media.usenet.plan.Decision.PassGpu;

/// How services that transcode reach the GPUs: every usable one, the same way for each service.
final class GpuPlan {

    private final StackFacts facts;
    private final List<PassGpu> passed = new ArrayList<>();
    private final List<String> reasonsAgainst = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private GpuPlan(StackFacts facts) {
        this.facts = facts;
    }

    static GpuPlan of(StackFacts facts) {
        var plan = new GpuPlan(facts);
        facts.hardware().gpus().forEach(plan::consider);
        return plan;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Decision> decisions() {
        if (!passed.isEmpty()) {
            return passed.stream().<Decision>map(this::agreeing).toList();
        }
        return List.of(new EncodeInSoftware(
                reasonsAgainst.isEmpty() ? "no GPU was found" : String.join("; ", reasonsAgainst)));
    }

    /// Without the variables that another GPU wants to be something else: `LIBVA_DRIVER_NAME` names one driver for all
    /// devices, and left alone libva finds the driver of each.
    private PassGpu agreeing(PassGpu gpu) {
        var agreed = new LinkedHashMap<>(gpu.environment());
        agreed.entrySet()
                .removeIf(variable -> passed.stream()
                        .map(other -> other.environment().getOrDefault(variable.getKey(), variable.getValue()))
                        .anyMatch(value -> !value.equals(variable.getValue())));
        return gpu.withEnvironment(agreed);
    }

    private void consider(Gpu gpu) {
        if (!gpu.usable() || gpu.hwEncodeCandidates().isEmpty()) {
            reasonsAgainst.add("%s: %s".formatted(gpu.model(), gpu.reason()));
            return;
        }
        var profile = Optional.ofNullable(gpu.hardwareProfile()).map(facts.profiles()::get);
        var runtime = profile.flatMap(HardwareProfile::runtime);
        if (runtime.isPresent() && !facts.engine().runtimes().contains(runtime.get())) {
            missRuntime(gpu, runtime.get());
            return;
        }
        var devices = runtime.isPresent() ? List.<String>of() : devices(gpu);
        if (runtime.isEmpty() && devices.isEmpty()) {
            reasonsAgainst.add("%s: it has no device node".formatted(gpu.model()));
            return;
        }
        passed.add(new PassGpu(
                name(gpu),
                devices,
                groups(gpu, runtime),
                runtime,
                profile.map(GpuPlan::environment).orElse(Map.of()),
                profile.map(HardwareProfile::securityOptions).orElse(List.of()),
                "it may encode with " + String.join(", ", gpu.hwEncodeCandidates())));
    }

    private void missRuntime(Gpu gpu, String runtime) {
        reasonsAgainst.add("%s: Docker has no runtime %s".formatted(gpu.model(), runtime));
        findings.add(new Finding(
                "CONTAINER_RUNTIME_MISSING",
                Severity.WARNING,
                "Docker cannot pass %s to containers: it has no runtime %s".formatted(name(gpu), runtime),
                "install nvidia-container-toolkit, then: nvidia-ctk runtime configure --runtime=docker"));
    }

    private static List<Integer> groups(Gpu gpu, Optional<String> runtime) {
        var groups = new TreeSet<Integer>();
        if (runtime.isEmpty() && gpu.renderGroup() != null) {
            groups.add(gpu.renderGroup());
        }
        return List.copyOf(groups);
    }

    private static List<String> devices(Gpu gpu) {
        var devices = new ArrayList<String>();
        if (gpu.renderNode() != null) {
            devices.add(gpu.renderNode().toString());
        }
        gpu.deviceNodes().forEach(node -> devices.add(node.toString()));
        return devices;
    }

    private static Map<String, String> environment(HardwareProfile profile) {
        return new LinkedHashMap<>(profile.environment());
    }

    private static String name(Gpu gpu) {
        return gpu.slot() == null ? gpu.model() : "%s at %s".formatted(gpu.model(), gpu.slot());
    }
}
