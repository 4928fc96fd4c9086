package media.usenet.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A service of a backup's generated stack, made harmless: no network, no ports, no devices, nothing of this machine
/// bound but its copy.
///
/// @param written as it stands in `compose.yaml`
record Specimen(String name, Map<String, Object> written) {

    private static final List<String> KEPT = List.of(
            "image", "command", "entrypoint", "init", "user", "group_add", "environment", "working_dir", "mem_limit");
    private static final List<String> REACHES_OUT = List.of("privileged", "pid", "ipc", "cap_add");

    /// Why it cannot be tried at all; empty when it can.
    Optional<String> refusal() {
        if (REACHES_OUT.stream().anyMatch(written::containsKey) || "host".equals(written.get("network_mode"))) {
            return Optional.of("it works on the machine itself");
        }
        if (volumes().stream().anyMatch(volume -> volume.source().endsWith(".sock"))) {
            return Optional.of("it speaks with the engine");
        }
        return written.get("healthcheck") instanceof Map
                ? Optional.empty()
                : Optional.of("its container has nothing that could ask it whether it is well");
    }

    String image() {
        return String.valueOf(written.get("image"));
    }

    /// @param there where the applications' folders lay when it was backed up
    /// @param copies the folder that takes its place
    /// @param patience how long it may take to get well
    Map<String, Object> harmless(String container, Path there, Path copies, Duration patience) {
        var model = new LinkedHashMap<String, Object>();
        KEPT.stream().filter(written::containsKey).forEach(key -> model.put(key, written.get(key)));
        model.put("container_name", container);
        model.put("network_mode", "none");
        model.put("restart", "no");
        var volumes = new ArrayList<Object>();
        for (var volume : volumes()) {
            var source = Path.of(volume.source());
            if (source.startsWith(there)) {
                volumes.add(bind(copies.resolve(there.relativize(source)), volume.target()));
            }
        }
        model.put("volumes", volumes);
        model.put("healthcheck", asked(patience));
        return model;
    }

    /// Below the copies, what it binds.
    List<Path> folders(Path there) {
        return volumes().stream()
                .map(volume -> Path.of(volume.source()))
                .filter(source -> source.startsWith(there))
                .map(there::relativize)
                .toList();
    }

    private static Map<String, Object> bind(Path source, String target) {
        var volume = new LinkedHashMap<String, Object>();
        volume.put("type", "bind");
        volume.put("source", source.toString().replace("$", "$$"));
        volume.put("target", target);
        return volume;
    }

    /// Asked as in the stack, only more often.
    private Map<String, Object> asked(Duration patience) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("test", ((Map<?, ?>) written.getOrDefault("healthcheck", Map.of())).get("test"));
        asked.put("interval", "2s");
        asked.put("timeout", "10s");
        asked.put("retries", 3);
        asked.put("start_period", patience.toSeconds() + "s");
        return asked;
    }

    private record Volume(String source, String target) {}

    private List<Volume> volumes() {
        return written.get("volumes") instanceof List<?> list
                ? list.stream().map(Specimen::volume).toList()
                : List.of();
    }

    private static Volume volume(@Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            var source = String.valueOf(map.get("source")).replace("$$", "$");
            return new Volume(source, String.valueOf(map.get("target")));
        }
        var parts = String.valueOf(written).split(":", -1);
        return new Volume(parts[0].replace("$$", "$"), parts.length > 1 ? parts[1] : parts[0]);
    }
}
