package media.usenet.hardware;

import java.util.Set;
import media.usenet.hardware.Gpu.Verdict;
import org.jspecify.annotations.Nullable;

/// Whether a GPU can be tried for encoding, and why.
record Judgement(Verdict verdict, String reason) {

    private static final Set<String> GIVEN_AWAY = Set.of("vfio-pci", "pci-stub", "pciback", "xen-pciback");

    /// Of a GPU on the PCI bus, before NVIDIA's own library is asked.
    ///
    /// @param nodeThere whether the render node is in `/dev`; null when the tree has no such folder
    static Judgement of(PciDisplay display, GpuFamily family, @Nullable Boolean nodeThere) {
        var driver = display.driver();
        if (driver != null && GIVEN_AWAY.contains(driver)) {
            return new Judgement(Verdict.VIRTUAL, "%s holds it for a virtual machine".formatted(driver));
        }
        if (family.known() && family.encoders().isEmpty()) {
            return new Judgement(Verdict.NO_ENCODER, family.chip() + " has no video encoder");
        }
        if (family.vendor() == Gpu.Vendor.UNKNOWN) {
            return new Judgement(Verdict.UNKNOWN, "nothing is known about GPUs of this vendor");
        }
        if (driver == null) {
            return unheld(display, family);
        }
        return drivers(family).contains(driver) ? node(display, driver, nodeThere) : wrong(driver, family);
    }

    private static Judgement unheld(PciDisplay display, GpuFamily family) {
        return display.bound()
                ? new Judgement(Verdict.UNKNOWN, "which driver holds it is not shown")
                : new Judgement(Verdict.DRIVER_MISSING, "no driver holds it: " + install(family));
    }

    private static Judgement wrong(String driver, GpuFamily family) {
        return new Judgement(Verdict.DRIVER_MISSING, "driver %s cannot encode: %s".formatted(driver, install(family)));
    }

    private static Judgement node(PciDisplay display, String driver, @Nullable Boolean nodeThere) {
        var loaded = "driver %s is loaded".formatted(driver);
        // NVENC goes through /dev/nvidia*: a render node is there only when nvidia-drm is loaded as well.
        if (driver.equals("nvidia")) {
            return new Judgement(Verdict.OK, loaded);
        }
        var node = display.renderNode();
        if (node == null) {
            return display.whole()
                    ? new Judgement(Verdict.NODE_MISSING, loaded + " but made no render node")
                    : new Judgement(Verdict.UNKNOWN, loaded + "; whether it has a render node is not shown");
        }
        if (Boolean.FALSE.equals(nodeThere)) {
            return new Judgement(Verdict.NODE_MISSING, "%s but %s is not there".formatted(loaded, node));
        }
        return new Judgement(Verdict.OK, "%s and %s is there".formatted(loaded, node));
    }

    /// The kernel drivers that encode.
    private static Set<String> drivers(GpuFamily family) {
        return switch (family.vendor()) {
            case INTEL -> Set.of("i915", "xe");
            case AMD -> Set.of("amdgpu", "radeon");
            case NVIDIA -> Set.of("nvidia");
            case BROADCOM, ROCKCHIP, UNKNOWN -> Set.of();
        };
    }

    private static String install(GpuFamily family) {
        return switch (family.vendor()) {
            case NVIDIA -> "install the nvidia driver";
            case INTEL -> "load i915 or xe: a newer kernel, or firmware, may be needed";
            case AMD -> "load amdgpu: its firmware may be missing";
            case BROADCOM, ROCKCHIP, UNKNOWN -> "install its driver";
        };
    }

    /// Whether its encoders are worth a try. A missing node may only be hidden from this process.
    boolean worthATry() {
        return switch (verdict) {
            case OK, NODE_MISSING, UNKNOWN -> true;
            case DRIVER_MISSING, DRIVER_BROKEN, NO_ENCODER, VIRTUAL -> false;
        };
    }
}
