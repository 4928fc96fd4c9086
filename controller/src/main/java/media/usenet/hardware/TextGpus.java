package media.usenet.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import media.usenet.hardware.Gpu.Vendor;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.nvidia.NvmlAnswer;
import org.jspecify.annotations.Nullable;

/// The GPUs that a capture without a tree tells of: no more than what the tools had printed.
final class TextGpus {

    private static final Pattern INTEL = Pattern.compile("Intel|iHD|i965");
    private static final Pattern AMD = Pattern.compile("AMD|ATI|Radeon|radeonsi");
    private static final Pattern NOUVEAU = Pattern.compile("for NV[0-9A-F]{2,3}\\b|nouveau");

    private TextGpus() {}

    static List<Gpu> read(ToolTexts texts, GpuFamilies families) {
        if (texts.nvidia().isPresent()) {
            return nvidia(texts.nvidia().get(), families);
        }
        return texts.vainfo().stream().limit(1).map(TextGpus::vaapi).toList();
    }

    private static List<Gpu> nvidia(NvmlAnswer answer, GpuFamilies families) {
        return switch (answer) {
            case NvmlAnswer.Absent _ -> List.of();
            case NvmlAnswer.Refused refused -> List.of(nobody(refused.reason()));
            case NvmlAnswer.Devices devices ->
                devices.devices().stream()
                        .map(device -> device(device, devices.driverVersion(), families))
                        .toList();
        };
    }

    private static Gpu device(NvmlAnswer.Device device, String driverVersion, GpuFamilies families) {
        var ids = device.pci().split(":", -1);
        var family = families.of("10de", ids.length == 2 ? ids[1] : "");
        if (!family.known()) {
            family = families.named(Vendor.NVIDIA, device.family()).orElse(family);
        }
        var judgement = family.known() && family.encoders().isEmpty()
                ? new Judgement(Verdict.NO_ENCODER, family.chip() + " has no video encoder")
                : new Judgement(Verdict.OK, "driver nvidia %s is loaded and lists it".formatted(driverVersion));
        var pci = device.pci().isEmpty() ? null : device.pci();
        return gpu(device.name(), pci, device.slot(), "nvidia", family, family.av1(), judgement);
    }

    private static Gpu nobody(String reason) {
        var family = GpuFamily.unknown(Vendor.NVIDIA);
        return gpu("unknown", null, null, null, family, null, new Judgement(Verdict.DRIVER_BROKEN, reason));
    }

    private static Gpu vaapi(Vainfo info) {
        var family = GpuFamily.unknown(vendor(info.driver()));
        var can = new ArrayList<String>();
        info.capabilities().forEach((codec, how) -> {
            if (how != null) {
                can.add(codec + " " + how);
            }
        });
        var says = "vainfo says: " + (can.isEmpty() ? "no codec" : String.join(", ", can));
        var av1 = info.capabilities().get("av1");
        return gpu(
                info.driver(),
                null,
                null,
                null,
                family,
                av1 != null && av1.startsWith("EncSlice"),
                new Judgement(verdict(info, family), says));
    }

    private static Verdict verdict(Vainfo info, GpuFamily family) {
        if (info.encodes()) {
            return Verdict.OK;
        }
        return family.vendor() == Vendor.NVIDIA ? Verdict.DRIVER_MISSING : Verdict.NO_ENCODER;
    }

    private static Vendor vendor(String driver) {
        if (NOUVEAU.matcher(driver).find()) {
            return Vendor.NVIDIA;
        }
        if (INTEL.matcher(driver).find()) {
            return Vendor.INTEL;
        }
        return AMD.matcher(driver).find() ? Vendor.AMD : Vendor.UNKNOWN;
    }

    private static Gpu gpu(
            String model,
            @Nullable String pci,
            @Nullable String slot,
            @Nullable String driver,
            GpuFamily family,
            @Nullable Boolean av1,
            Judgement judgement) {
        return new Gpu(
                family.vendor(),
                model,
                pci,
                slot,
                driver,
                null,
                null,
                List.of(),
                family.name(),
                judgement.worthATry() ? family.encoders() : List.of(),
                av1,
                null,
                judgement.verdict(),
                judgement.reason());
    }
}
