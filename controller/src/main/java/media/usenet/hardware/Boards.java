package media.usenet.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import media.usenet.hardware.Gpu.Verdict;
import org.jspecify.annotations.Nullable;

/// Video engines of small boards: found by the device tree and the nodes that their drivers make.
final class Boards {

    private static final List<String> DEVICE_TREES = List.of("/proc/device-tree", "/sys/firmware/devicetree/base");

    /// What Rockchip's encoder library opens (jellyfin.org's guide for Rockchip): buffers, 2D engine, codec, GPU.
    private static final List<String> MPP_NODES =
            List.of("/dev/dri", "/dev/dma_heap", "/dev/rga", "/dev/mpp_service", "/dev/mali0");

    private final Tree tree;
    private final RenderNodes nodes;
    private final GpuFamilies families;

    Boards(Tree tree, RenderNodes nodes, GpuFamilies families) {
        this.tree = tree;
        this.nodes = nodes;
        this.families = families;
    }

    Optional<Gpu> read() {
        var compatible = property("compatible");
        if (compatible.isEmpty()) {
            return Optional.empty();
        }
        return families.board(compatible).map(this::engine).or(() -> strange(compatible));
    }

    static List<String> property(Tree tree, String name) {
        return DEVICE_TREES.stream()
                .map(base -> tree.texts(base + "/" + name))
                .filter(texts -> !texts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Gpu engine(GpuFamily family) {
        return switch (family.vendor()) {
            case BROADCOM -> raspberryPi(family);
            case ROCKCHIP -> rockchip(family);
            case AMD, INTEL, NVIDIA, UNKNOWN -> throw new IllegalStateException("no board family: " + family.name());
        };
    }

    private Gpu raspberryPi(GpuFamily family) {
        var video = videoNodes();
        var encoder = video.get("bcm2835-codec-encode");
        // The stateless decoder: rpivid before kernel 6.12. Alone it encodes nothing.
        var decoder = video.getOrDefault("rpi-hevc-dec", video.get("rpivid"));
        var needed = Stream.of(video.get("bcm2835-codec-decode"), encoder, video.get("bcm2835-codec-isp"), decoder);
        var deviceNodes = encoder == null
                ? List.<String>of()
                : needed.flatMap(Stream::ofNullable).sorted().toList();
        return gpu(family, renderNode("v3d", "vc4"), deviceNodes, encoder, decoder, pi(family, encoder));
    }

    private Judgement pi(GpuFamily family, @Nullable String encoder) {
        if (family.encoders().isEmpty()) {
            return new Judgement(Verdict.NO_ENCODER, "this model decodes HEVC and has no video encoder");
        }
        if (encoder != null) {
            return new Judgement(Verdict.OK, "the encoder bcm2835-codec-encode is " + encoder);
        }
        return tree.directory("/sys/class/video4linux")
                ? new Judgement(
                        Verdict.NODE_MISSING,
                        "the encoder bcm2835-codec-encode is not there: load bcm2835-codec, and let config.txt give"
                                + " the firmware memory (gpu_mem=128)")
                : new Judgement(Verdict.UNKNOWN, "its video nodes are not shown");
    }

    private Gpu rockchip(GpuFamily family) {
        var there = MPP_NODES.stream().filter(tree::exists).toList();
        return gpu(family, renderNode(), there, null, null, mpp(there));
    }

    private Judgement mpp(List<String> there) {
        if (there.contains("/dev/mpp_service")) {
            return there.contains("/dev/dma_heap")
                    ? new Judgement(Verdict.OK, "/dev/mpp_service and /dev/dma_heap are there")
                    : new Judgement(Verdict.NODE_MISSING, "/dev/dma_heap is not there");
        }
        return tree.directory("/dev")
                ? new Judgement(
                        Verdict.NODE_MISSING,
                        "/dev/mpp_service is not there: it comes with Rockchip's own kernel (5.10 or 6.1)")
                : new Judgement(Verdict.UNKNOWN, "its device nodes are not shown");
    }

    /// A GPU of a board that is not in the tables: worth telling only when it has a render node.
    private Optional<Gpu> strange(List<String> compatible) {
        if (nodes.byPlatform().isEmpty()) {
            return Optional.empty();
        }
        var reason = "nothing is known about the encoder of " + compatible.getLast();
        return Optional.of(gpu(
                GpuFamily.unknown(Gpu.Vendor.UNKNOWN),
                renderNode(),
                List.of(),
                null,
                null,
                new Judgement(Verdict.UNKNOWN, reason)));
    }

    private Gpu gpu(
            GpuFamily family,
            Optional<String> renderNode,
            List<String> deviceNodes,
            @Nullable String encoder,
            @Nullable String decoder,
            Judgement judgement) {
        var owner = Optional.ofNullable(encoder).or(() -> renderNode);
        return new Gpu(
                family.vendor(),
                model(),
                null,
                null,
                renderNode.map(this::driver).orElse(null),
                renderNode.map(Path::of).orElse(null),
                owner.flatMap(tree::group).orElse(null),
                deviceNodes.stream().map(Path::of).toList(),
                family.name(),
                judgement.worthATry() ? family.encoders() : List.of(),
                family.known() ? false : null,
                null,
                judgement.verdict(),
                judgement.reason(),
                encoder == null ? null : Path.of(encoder),
                decoder == null ? null : Path.of(decoder));
    }

    private @Nullable String driver(String renderNode) {
        var name = renderNode.substring(renderNode.lastIndexOf('/') + 1);
        var driver = nodes.byPlatform().getOrDefault(name, "");
        return driver.isEmpty() ? null : driver;
    }

    /// The platform's render node, by preference of driver.
    private Optional<String> renderNode(String... drivers) {
        var byName = new TreeMap<>(nodes.byPlatform());
        return Stream.concat(
                        Stream.of(drivers)
                                .flatMap(driver -> byName.entrySet().stream()
                                        .filter(node -> node.getValue().equals(driver))
                                        .map(Map.Entry::getKey)),
                        byName.keySet().stream())
                .findFirst()
                .map(RenderNodes::path);
    }

    private Map<String, String> videoNodes() {
        var named = new TreeMap<String, String>();
        for (var node : tree.names("/sys/class/video4linux")) {
            tree.text("/sys/class/video4linux/" + node + "/name").ifPresent(name -> named.put(name, "/dev/" + node));
        }
        return named;
    }

    private List<String> property(String name) {
        return property(tree, name);
    }

    private String model() {
        var model = new ArrayList<>(property("model"));
        return model.isEmpty() ? "unknown" : model.getFirst();
    }
}
