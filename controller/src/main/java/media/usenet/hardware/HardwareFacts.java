package media.usenet.hardware;

import java.util.List;

/// What the machine is, as it was read. Unknown texts are `unknown`, unknown numbers 0.
///
/// @param virtualDisplays displays that never encode: server management chips and virtual cards, as PCI ids
/// @param virtualFunctions SR-IOV functions of a GPU that is already listed
public record HardwareFacts(
        Cpu cpu,
        Memory memory,
        Board board,
        OperatingSystem os,
        List<Gpu> gpus,
        List<String> virtualDisplays,
        int virtualFunctions) {

    public HardwareFacts {
        gpus = List.copyOf(gpus);
        virtualDisplays = List.copyOf(virtualDisplays);
    }

    /// @param threads logical processors, as the scheduler sees them
    public record Cpu(String model, String architecture, int cores, int threads) {}

    public record Memory(long totalBytes) {}

    /// The mainboard, or what a virtual machine says it is.
    public record Board(String vendor, String model) {}

    /// @param id as `/etc/os-release` has it: `debian`, `ubuntu`, `fedora`
    /// @param virtualization `none`, or the hypervisor: `kvm`, `vmware`, `firecracker`, `lxc`, `docker`
    public record OperatingSystem(String id, String version, String name, String kernel, String virtualization) {}
}
