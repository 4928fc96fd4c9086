package media.usenet.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.archive.Manifest;
import media.usenet.catalog.CatalogFiles;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.event.Step;
import media.usenet.host.User;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.Ownership;
import media.usenet.swap.Trees;
import media.usenet.yaml.YamlFile;

/// Starts the services of an unpacked backup, each on its copy and for itself, as the stack in the backup has it.
public final class Rehearsal {

    private static final String STACK = "state/stack/compose.yaml";

    private final Theatre theatre;
    private final CatalogFiles catalog;

    Rehearsal(Theatre theatre, CatalogFiles catalog) {
        this.theatre = theatre;
        this.catalog = catalog;
    }

    /// Removes what a rehearsal has left that was killed.
    public void sweep() {
        try {
            theatre.clear();
        } catch (ProblemException e) {
            if (e.problem() != Problem.DOCKER_UNREACHABLE) {
                throw e;
            }
        }
    }

    /// @param copy where the whole backup was unpacked; the services write into it
    public List<Outcome> run(Manifest manifest, Path copy, Consumer<Step> tell) {
        var outcomes = new ArrayList<Outcome>();
        try {
            Ownership.AS_IT_WAS.dress(copy, manifest.entries());
            sweep();
            for (var service : manifest.services()) {
                tell.accept(Step.of(service.name(), "starting on the copy"));
                var outcome = outcome(service.name(), manifest, copy);
                outcomes.add(outcome);
                tell.accept(Step.of(service.name(), outcome.because()));
            }
            return outcomes;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot prepare the copy for its services: " + e,
                    "check free space and permissions",
                    e);
        }
    }

    private Outcome outcome(String name, Manifest manifest, Path copy) throws IOException {
        var definition = catalog.load().find(name);
        var specimen = specimen(name, copy);
        var apps = manifest.roots().get("apps");
        if (definition.isEmpty() || specimen.isEmpty() || apps == null) {
            return Outcome.notTried(name, "it was no part of the stack that is in the backup");
        }
        var refusal = refusal(specimen.get(), definition.get());
        if (refusal.isPresent()) {
            return Outcome.notTried(name, refusal.get());
        }
        try {
            return tried(specimen.get(), definition.get(), Path.of(apps), manifest.owner(), copy);
        } catch (ProblemException e) {
            return Outcome.notTried(name, e.detail());
        }
    }

    private Optional<String> refusal(Specimen specimen, ServiceDefinition definition) {
        if (!definition.needs().isEmpty() || definition.backup().postgres().isPresent()) {
            return Optional.of("it needs another service");
        }
        return specimen.refusal()
                .or(() -> theatre.has(specimen.image())
                        ? Optional.empty()
                        : Optional.of("its image %s is not on this machine".formatted(specimen.image())));
    }

    private Outcome tried(Specimen specimen, ServiceDefinition definition, Path apps, Manifest.Owner owner, Path copy)
            throws IOException {
        long start = System.nanoTime();
        var trouble = perform(specimen, apps, copy.resolve("apps"), owner, copy);
        if (trouble.isEmpty()) {
            return new Outcome(
                    specimen.name(),
                    Outcome.Verdict.WELL,
                    "got well on its copy in %.1f s".formatted((System.nanoTime() - start) / 1e9));
        }
        // One that does not get well on an empty folder either misses something else: a network, a device.
        var empty = copy.resolve("empty");
        Trees.remove(empty);
        write(definition.files(), empty.resolve(specimen.name()));
        give(empty, owner);
        return perform(specimen, apps, empty, owner, copy).isPresent()
                ? Outcome.notTried(
                        specimen.name(), "does not get well by itself, on an empty folder either: " + trouble.get())
                : new Outcome(
                        specimen.name(),
                        Outcome.Verdict.UNWELL,
                        "does not get well on its copy, and does on an empty folder: " + trouble.get());
    }

    private Optional<String> perform(Specimen specimen, Path apps, Path copies, Manifest.Owner owner, Path copy)
            throws IOException {
        for (var folder : specimen.folders(apps)) {
            var bound = copies.resolve(folder);
            if (!Files.exists(bound)) {
                Files.createDirectories(bound);
                give(bound, owner);
            }
        }
        var model = specimen.harmless(theatre.container(specimen.name()), apps, copies, theatre.patience());
        return theatre.perform(specimen.name(), model, copy, copy.resolve("state/stack/.env"));
    }

    private static void give(Path tree, Manifest.Owner owner) throws IOException {
        if (!User.ofThisProcess().root()) {
            return;
        }
        try (var files = Files.walk(tree)) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", (int) owner.uid());
                Files.setAttribute(file, "unix:gid", (int) owner.gid());
            }
        }
    }

    private static void write(Map<String, String> files, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var file : files.entrySet()) {
            var path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
    }

    @SuppressWarnings("unchecked")
    private static Optional<Specimen> specimen(String name, Path copy) {
        var file = copy.resolve(STACK);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return YamlFile.read(file).map("services").plain(name) instanceof Map<?, ?> service
                ? Optional.of(new Specimen(name, (Map<String, Object>) service))
                : Optional.empty();
    }
}
