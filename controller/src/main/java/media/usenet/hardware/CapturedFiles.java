package media.usenet.hardware;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The files of a capture, each once, with what names the machine taken out.
final class CapturedFiles {

    private static final List<String> FILES = List.of(
            "/etc/os-release",
            "/proc/cpuinfo",
            "/proc/meminfo",
            "/proc/sys/kernel/osrelease",
            "/proc/device-tree/model",
            "/proc/device-tree/compatible",
            "/sys/class/dmi/id/sys_vendor",
            "/sys/class/dmi/id/product_name",
            "/sys/class/dmi/id/board_vendor",
            "/sys/class/dmi/id/board_name",
            "/sys/devices/system/clocksource/clocksource0/available_clocksource");
    private static final List<String> DEVICE_ATTRIBUTES = List.of(
            "class",
            "vendor",
            "device",
            "subsystem_vendor",
            "subsystem_device",
            "revision",
            "boot_vga",
            "uevent",
            "modalias",
            "power/runtime_status");
    private static final Pattern DRM_NODE = Pattern.compile("(card|renderD)\\d+");
    private static final Pattern DEV_NODE = Pattern.compile("mpp_service|rga|mali0|dma_heap|nvidia.*|video\\d+|kfd");

    private final Tree tree;
    private final Redaction redaction;
    private final List<HardwareCapture.File> files = new ArrayList<>();

    CapturedFiles(Tree tree) {
        this.tree = tree;
        this.redaction = new Redaction(tree.text("/proc/sys/kernel/hostname").orElse(""));
    }

    /// What GPUs are recognised by, and what the machine is.
    void machine() {
        FILES.forEach(this::copy);
        displays();
        drm();
        video();
        dev();
    }

    List<HardwareCapture.File> all() {
        return files;
    }

    void text(String path, String text) {
        if (files.stream().noneMatch(file -> file.path().equals(path))) {
            files.add(HardwareCapture.File.text(path, redaction.apply(text)));
        }
    }

    private void link(String path, String target) {
        if (!path.equals(target) && files.stream().noneMatch(file -> file.path().equals("root" + path))) {
            files.add(new HardwareCapture.File("root" + path, null, relative(path, target)));
        }
    }

    private void copy(String path) {
        tree.whole(path).ifPresent(text -> text("root" + path, text));
    }

    private void displays() {
        for (var display : PciDisplays.read(tree, RenderNodes.read(tree))) {
            if (display.whole()) {
                var entry = "/sys/bus/pci/devices/" + display.slot();
                link(entry, tree.follow(entry));
                device(tree.follow(entry));
            }
        }
    }

    private void device(String device) {
        DEVICE_ATTRIBUTES.forEach(attribute -> copy(device + "/" + attribute));
        for (var name : List.of("driver", "physfn")) {
            if (tree.exists(device + "/" + name)) {
                link(device + "/" + name, tree.follow(device + "/" + name));
            }
        }
        tree.names(device + "/drm").stream()
                .filter(name -> DRM_NODE.matcher(name).matches())
                .forEach(name -> link(device + "/drm/" + name + "/device", device));
    }

    private void drm() {
        for (var name : tree.names("/sys/class/drm")) {
            if (!DRM_NODE.matcher(name).matches()) {
                continue;
            }
            var node = tree.follow("/sys/class/drm/" + name);
            var device = tree.follow("/sys/class/drm/" + name + "/device");
            link("/sys/class/drm/" + name, node);
            link(node + "/device", device);
            copy(node + "/dev");
            copy(node + "/uevent");
            device(device);
        }
    }

    private void video() {
        for (var node : tree.names("/sys/class/video4linux")) {
            copy("/sys/class/video4linux/" + node + "/name");
        }
    }

    private void dev() {
        tree.names("/dev/dri").forEach(name -> empty("/dev/dri/" + name));
        tree.names("/dev").stream()
                .filter(name -> DEV_NODE.matcher(name).matches())
                .forEach(name -> empty("/dev/" + name));
    }

    private void empty(String path) {
        if (tree.directory(path)) {
            tree.names(path).forEach(name -> empty(path + "/" + name));
        } else {
            text("root" + path, "");
        }
    }

    private static String relative(String link, String target) {
        var folder = link.substring(0, link.lastIndexOf('/'));
        return Path.of(folder.isEmpty() ? "/" : folder)
                .relativize(Path.of(target))
                .toString();
    }
}
