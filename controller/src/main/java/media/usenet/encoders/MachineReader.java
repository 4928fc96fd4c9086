package media.usenet.encoders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.hardware.HardwareFacts;
import media.usenet.hardware.HardwareProfile;

/// Reads what there is to prove, and what proofs depend on.
final class MachineReader {

    private final Supplier<HardwareFacts> hardware;
    private final Supplier<Map<String, HardwareProfile>> profiles;
    private final EncodersProperties properties;
    private final Path root;

    /// @param root of the machine: `/`
    MachineReader(
            Supplier<HardwareFacts> hardware,
            Supplier<Map<String, HardwareProfile>> profiles,
            EncodersProperties properties,
            Path root) {
        this.hardware = hardware;
        this.profiles = profiles;
        this.properties = properties;
        this.root = root;
    }

    List<Candidate> candidates() {
        var facts = hardware.get();
        return Candidates.of(
                facts,
                profiles.get(),
                nvidiaNodes(),
                properties.cpuSlots(facts.cpu().threads()));
    }

    /// GPUs that cannot encode as they are, each with its reason.
    List<String> unusable() {
        return hardware.get().gpus().stream()
                .filter(gpu -> !gpu.usable())
                .map(gpu ->
                        "%s%s: %s".formatted(gpu.model(), gpu.slot() == null ? "" : " at " + gpu.slot(), gpu.reason()))
                .toList();
    }

    /// FFmpeg, kernel, and of each device its slot, its id, its driver and that driver's version.
    String key(FFmpegBuild build, List<Candidate> candidates) {
        var devices = candidates.stream()
                .map(Candidate::device)
                .map(device -> "%s %s %s".formatted(device.id(), device.driver(), moduleVersion(device.driver())))
                .collect(Collectors.joining("; "));
        return "%s | %s | %s".formatted(build.key(), hardware.get().os().kernel(), devices);
    }

    private String moduleVersion(String driver) {
        var module = driver.split(" ", 2)[0];
        try {
            return Files.readString(root.resolve("sys/module").resolve(module).resolve("version"))
                    .strip();
        } catch (NoSuchFileException _) {
            // Drivers of the kernel itself have no version of their own.
            return "in-tree";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> nvidiaNodes() {
        var dev = root.resolve("dev");
        if (!Files.isDirectory(dev)) {
            return List.of();
        }
        try (var nodes = Files.newDirectoryStream(dev, "nvidia{ctl,-uvm,-uvm-tools,[0-9],[0-9][0-9]}")) {
            var found = new ArrayList<Path>();
            nodes.forEach(found::add);
            found.sort(null);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
