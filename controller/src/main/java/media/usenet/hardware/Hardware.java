package media.usenet.hardware;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import media.usenet.nvidia.Nvml;
import media.usenet.problem.ProblemException;

/// Reads what a machine is. Reading changes nothing and needs no rights; what cannot be read is unknown.
public final class Hardware {

    private final Path root;
    private final HardwareProfiles profiles;
    private final Nvml nvml;
    private final GpuFamilies families = GpuFamilies.load();
    private final Supplier<OshiHost> oshi = OshiHost.lazy(new HostFiles(new Tree(Path.of("/"))));

    /// @param root the machine that [#facts()] means: `/`, or a capture
    Hardware(Path root, HardwareProfiles profiles, Nvml nvml) {
        this.root = root;
        this.profiles = profiles;
        this.nvml = nvml;
    }

    /// The machine that this controller is for. The first call takes up to a second, later ones milliseconds.
    ///
    /// @throws ProblemException `HARDWARE_ROOT_UNREADABLE`, `HARDWARE_PROFILE_INVALID`
    public HardwareFacts facts() {
        return facts(root);
    }

    /// Any machine: `/`, a copy of one, or a capture.
    ///
    /// @throws ProblemException `HARDWARE_ROOT_UNREADABLE`, `HARDWARE_PROFILE_INVALID`
    public HardwareFacts facts(Path root) {
        var machine = Machine.at(root);
        var found = Gpus.read(machine.tree(), machine.texts(), families);
        var files = new HostFiles(machine.tree());
        var live = machine.tree().live();
        return new HardwareFacts(
                live ? oshi.get().cpu() : files.cpu(),
                live ? oshi.get().memory() : files.memory(),
                live ? oshi.get().board() : files.board(),
                files.os(),
                withProfiles(gpus(machine, found.gpus())),
                found.virtualDisplays(),
                found.virtualFunctions());
    }

    /// The GPUs alone, without their hardware profiles: cheap enough for every scrape.
    List<Gpu> gpus() {
        var machine = Machine.at(root);
        return gpus(
                machine, Gpus.read(machine.tree(), machine.texts(), families).gpus());
    }

    Tree tree() {
        return Machine.at(root).tree();
    }

    private List<Gpu> gpus(Machine machine, List<Gpu> gpus) {
        if (machine.tree().live()) {
            // A laptop's sleeping card is not woken to be asked: that it sleeps shows that its driver works.
            var awake = gpus.stream().anyMatch(gpu -> Nvidia.held(gpu) && !Nvidia.asleep(machine.tree(), gpu));
            return awake ? Nvidia.refine(gpus, nvml.answer(), families) : gpus;
        }
        if (gpus.isEmpty() && !machine.tree().directory("/sys")) {
            return TextGpus.read(machine.texts(), families);
        }
        return machine.texts()
                .nvidia()
                .map(answer -> Nvidia.refine(gpus, answer, families))
                .orElse(gpus);
    }

    private List<Gpu> withProfiles(List<Gpu> gpus) {
        var known = profiles.all().values();
        return gpus.stream()
                .map(gpu -> gpu.withHardwareProfile(known.stream()
                        .filter(profile -> profile.families().contains(gpu.family()))
                        .map(HardwareProfile::name)
                        .findFirst()
                        .orElse(null)))
                .toList();
    }
}
