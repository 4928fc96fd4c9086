package media.usenet.hardware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The generation that a chip belongs to, and what its encoder is by the tables.
///
/// @param chip what the chip is called
/// @param encoders FFmpeg's encoder APIs worth a try, best first; empty when the chip has no encoder
/// @param av1 whether it encodes AV1; null when nothing is known of it
/// @param known whether the chip stands in the tables
record GpuFamily(
        Gpu.Vendor vendor,
        String name,
        String chip,
        List<String> encoders,
        @Nullable Boolean av1,
        boolean known) {

    static GpuFamily unknown(Gpu.Vendor vendor) {
        var name = vendor == Gpu.Vendor.UNKNOWN ? "UNKNOWN" : vendor + "_UNKNOWN";
        var encoders = switch (vendor) {
            // A chip newer than the tables: its makers have not dropped these since.
            case INTEL -> List.of("qsv", "vaapi");
            case NVIDIA -> List.of("nvenc");
            case AMD -> List.of("vaapi");
            case ROCKCHIP -> List.of("rkmpp");
            case BROADCOM, UNKNOWN -> List.<String>of();
        };
        return new GpuFamily(vendor, name, "GPU", encoders, null, false);
    }
}
