package media.usenet.hardware;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the machine runs in: a container before the virtual machine around it, as `systemd-detect-virt` has it.
final class Virtualization {

    private static final List<Map.Entry<String, String>> DMI = List.of(
            entry("KVM", "kvm"),
            entry("QEMU", "kvm"),
            entry("OpenStack", "kvm"),
            entry("KubeVirt", "kvm"),
            entry("Amazon EC2", "kvm"),
            entry("Google Compute Engine", "kvm"),
            entry("VMware", "vmware"),
            entry("innotek", "virtualbox"),
            entry("VirtualBox", "virtualbox"),
            entry("Xen", "xen"),
            entry("Parallels", "parallels"),
            entry("Bochs", "bochs"),
            entry("Apple Virtualization", "apple"));
    private static final List<Map.Entry<String, String>> CLOCKS =
            List.of(entry("kvm-clock", "kvm"), entry("hyperv_clocksource", "hyperv"), entry("xen", "xen"));

    private final Tree tree;

    Virtualization(Tree tree) {
        this.tree = tree;
    }

    String name() {
        if (!tree.directory("/proc") && !tree.directory("/sys/class/dmi") && !tree.directory("/sys/firmware")) {
            return HostFiles.UNKNOWN;
        }
        return container().or(this::machine).orElse("none");
    }

    private Optional<String> container() {
        if (tree.exists("/run/.containerenv")) {
            return Optional.of("podman");
        }
        if (tree.exists("/.dockerenv") && !ownDisk()) {
            return Optional.of("docker");
        }
        return tree.text("/run/systemd/container")
                .or(() -> tree.text("/proc/1/environ").flatMap(Virtualization::containerVariable))
                .filter(name -> name.matches("[a-z0-9-]{2,32}"))
                .or(() -> tree.text("/proc/version")
                        .filter(text -> text.contains("icrosoft"))
                        .map(_ -> "wsl"));
    }

    private static Optional<String> containerVariable(String environ) {
        return List.of(environ.split(" ", -1)).stream()
                .filter(variable -> variable.startsWith("container="))
                .map(variable -> variable.substring("container=".length()))
                .findFirst();
    }

    /// A root file system on a block device belongs to a machine, though its image was once a container's and kept
    /// the mark.
    private boolean ownDisk() {
        return tree.text("/proc/self/mounts")
                .or(() -> tree.text("/proc/mounts"))
                .orElse("")
                .lines()
                .map(line -> line.split(" ", -1))
                .anyMatch(fields -> fields.length > 1 && fields[1].equals("/") && fields[0].startsWith("/dev/"));
    }

    private Optional<String> machine() {
        return dmi().or(this::firecracker).or(this::hypervisor).or(this::clock).or(this::flag);
    }

    private Optional<String> dmi() {
        var vendor = tree.text("/sys/class/dmi/id/sys_vendor").orElse("");
        var product = tree.text("/sys/class/dmi/id/product_name").orElse("");
        if (vendor.equals("Microsoft Corporation") && product.equals("Virtual Machine")) {
            return Optional.of("hyperv");
        }
        return match(DMI, vendor + " " + product);
    }

    /// Firecracker has no DMI; it signs its ACPI tables, in the OEM field at byte 10.
    private Optional<String> firecracker() {
        return tree.whole("/sys/firmware/acpi/tables/DSDT")
                .or(() -> tree.whole("/sys/firmware/acpi/tables/APIC"))
                .filter(text -> text.length() > 36 && text.substring(0, 36).contains("FIRECK"))
                .map(_ -> "firecracker");
    }

    private Optional<String> hypervisor() {
        return tree.text("/sys/hypervisor/type").filter(text -> text.equals("xen"));
    }

    private Optional<String> clock() {
        return match(
                CLOCKS,
                tree.text("/sys/devices/system/clocksource/clocksource0/available_clocksource")
                        .orElse(""));
    }

    private Optional<String> flag() {
        return HostFiles.value(tree.whole("/proc/cpuinfo").orElse(""), "flags")
                .filter(flags -> (" " + flags + " ").contains(" hypervisor "))
                .map(_ -> "vm");
    }

    private static Optional<String> match(List<Map.Entry<String, String>> marks, String text) {
        return marks.stream()
                .filter(mark -> text.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
