package media.usenet.hardware;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/// One GPU, or the video engine of a small board, as the kernel shows it. What it may encode with are candidates: only
/// encoding proves an encoder.
///
/// @param pci PCI id, `8086:46d1`; null on boards without PCI
/// @param slot PCI slot, `0000:00:02.0`: the identity of a GPU, since render nodes change their numbers between boots
/// @param driver kernel driver that holds it; null when none does
/// @param renderNode `/dev/dri/renderD128`, where the kernel shows one
/// @param renderGroup numeric group of the node that encodes, the render node or a board's encoder; null when unknown
/// @param deviceNodes further device nodes that its encoders need: `/dev/video11`, `/dev/mpp_service`
/// @param family generation (`INTEL_GEN12_ADLN`, `NVIDIA_ADA`), or vendor and `UNKNOWN`
/// @param hwEncodeCandidates FFmpeg's names of the encoder APIs to try, best first: `nvenc`, `qsv`, `vaapi`, `v4l2m2m`,
///     `rkmpp`; empty when none is worth a try
/// @param av1Encode whether this generation has an AV1 encoder in silicon; null when unknown
/// @param hardwareProfile name of the hardware profile that fits it; null when none does
/// @param reason why the verdict is what it is, in one sentence
/// @param v4l2H264Encoder a board's encoder: `/dev/video11` on a Raspberry Pi 4
/// @param hevcDecoder a board's HEVC decoder, which may be there without any encoder
public record Gpu(
        Vendor vendor,
        String model,
        @Nullable String pci,
        @Nullable String slot,
        @Nullable String driver,

        @Nullable @JsonSerialize(using = ToStringSerializer.class)
        Path renderNode,

        @Nullable Integer renderGroup,

        @JsonSerialize(contentUsing = ToStringSerializer.class)
        List<Path> deviceNodes,

        String family,
        List<String> hwEncodeCandidates,
        @Nullable Boolean av1Encode,
        @Nullable String hardwareProfile,
        Verdict verdict,
        String reason,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSerialize(using = ToStringSerializer.class)
        Path v4l2H264Encoder,

        @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) @JsonSerialize(using = ToStringSerializer.class)
        Path hevcDecoder) {

    public Gpu {
        deviceNodes = List.copyOf(deviceNodes);
        hwEncodeCandidates = List.copyOf(hwEncodeCandidates);
    }

    /// A GPU that is no board's video engine.
    public Gpu(
            Vendor vendor,
            String model,
            @Nullable String pci,
            @Nullable String slot,
            @Nullable String driver,
            @Nullable Path renderNode,
            @Nullable Integer renderGroup,
            List<Path> deviceNodes,
            String family,
            List<String> hwEncodeCandidates,
            @Nullable Boolean av1Encode,
            @Nullable String hardwareProfile,
            Verdict verdict,
            String reason) {
        this(
                vendor,
                model,
                pci,
                slot,
                driver,
                renderNode,
                renderGroup,
                deviceNodes,
                family,
                hwEncodeCandidates,
                av1Encode,
                hardwareProfile,
                verdict,
                reason,
                null,
                null);
    }

    Gpu withHardwareProfile(@Nullable String name) {
        return new Gpu(
                vendor,
                model,
                pci,
                slot,
                driver,
                renderNode,
                renderGroup,
                deviceNodes,
                family,
                hwEncodeCandidates,
                av1Encode,
                name,
                verdict,
                reason,
                v4l2H264Encoder,
                hevcDecoder);
    }

    public boolean usable() {
        return verdict == Verdict.OK;
    }

    public enum Vendor {
        AMD,
        BROADCOM,
        INTEL,
        NVIDIA,
        ROCKCHIP,
        UNKNOWN
    }

    public enum Verdict {
        /// Driver and nodes are there: its candidates are worth proving.
        OK,
        /// The driver that encodes is not loaded, or one that cannot is (nouveau).
        DRIVER_MISSING,
        /// The driver is there and does not work: library and kernel part differ, the device is lost.
        DRIVER_BROKEN,
        /// The driver works but the device node that encoding needs is missing.
        NODE_MISSING,
        /// This model has no video encoder.
        NO_ENCODER,
        /// Given to a virtual machine (vfio-pci), or part of one.
        VIRTUAL,
        /// Not enough is known about it to say.
        UNKNOWN
    }
}
