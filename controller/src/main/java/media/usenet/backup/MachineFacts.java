package media.usenet.backup;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.archive.Manifest.DriveEntry;
import media.usenet.archive.Manifest.HostFacts;
import media.usenet.archive.Manifest.ServiceEntry;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.Image;
import media.usenet.hardware.Hardware;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackSwitch;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a backup says of the machine it was made on.
final class MachineFacts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Hardware hardware;
    private final StackSwitch stack;
    private final DockerEngine engine;
    private final Path drives;

    /// @param drives the file in which the known slots stand
    MachineFacts(Hardware hardware, StackSwitch stack, DockerEngine engine, Path drives) {
        this.hardware = hardware;
        this.stack = stack;
        this.engine = engine;
        this.drives = drives;
    }

    HostFacts host() {
        var facts = hardware.facts();
        return new HostFacts(
                hostName(),
                facts.os().name() + " " + facts.os().version(),
                facts.os().kernel(),
                facts.cpu().architecture(),
                facts.cpu().threads(),
                facts.memory().totalBytes(),
                (facts.board().vendor() + " " + facts.board().model()).strip());
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "unknown";
        }
    }

    /// @param held by service, for how many milliseconds it was held
    /// @param findings is told where the engine does not answer
    List<ServiceEntry> services(List<String> names, Map<String, Double> held, List<Finding> findings) {
        var containers = containers(findings);
        var images = images(containers);
        return names.stream()
                .map(name -> {
                    var container = containers.get(name);
                    return new ServiceEntry(
                            name,
                            container == null ? null : container.image(),
                            container == null ? null : digest(images.get(container.image())),
                            held.getOrDefault(name, 0.0));
                })
                .toList();
    }

    private Map<String, Image> images(Map<String, Container> containers) {
        return containers.isEmpty()
                ? Map.of()
                : engine.images(
                        containers.values().stream().map(Container::image).toList());
    }

    private Map<String, Container> containers(List<Finding> findings) {
        try {
            return stack.containers().stream()
                    .collect(Collectors.toMap(Container::service, container -> container, (first, _) -> first));
        } catch (ProblemException e) {
            findings.add(new Finding(
                    "BACKUP_WITHOUT_ENGINE",
                    Severity.WARNING,
                    "versions of images are not in the backup: " + e.detail(),
                    e.remedy()));
            return Map.of();
        }
    }

    private static @Nullable String digest(@Nullable Image image) {
        return image == null ? null : image.digests().stream().findFirst().orElse(image.id());
    }

    List<DriveEntry> drives() {
        if (!Files.exists(drives)) {
            return List.of();
        }
        try {
            var entries = new ArrayList<DriveEntry>();
            for (var slot : JSON.readTree(Files.readString(drives)).path("slots")) {
                entries.add(new DriveEntry(
                        slot.path("slot").asString(""),
                        text(slot.path("drive"), "uuid"),
                        text(slot.path("drive"), "serial"),
                        text(slot, "folder")));
            }
            return entries;
        } catch (IOException | JacksonException _) {
            // The file itself is in the backup, whatever stands in it.
            return List.of();
        }
    }

    private static @Nullable String text(JsonNode node, String key) {
        return Optional.of(node.path(key).asString(""))
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
