package media.usenet.services;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.composer.Compose;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.hardware.Hardware;
import media.usenet.hardware.HardwareProfiles;
import media.usenet.plan.EngineFacts;
import media.usenet.plan.StackFacts;
import media.usenet.pool.Pool;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Reads everything that a plan depends on.
@Component
final class FactsReader {

    private final Hardware hardware;
    private final HardwareProfiles profiles;
    private final Pool pool;
    private final DockerEngine engine;
    private final Compose compose;
    private final String project;
    private final ListeningPorts listening;
    private final GeneratedStack generated;

    FactsReader(
            Hardware hardware,
            HardwareProfiles profiles,
            Pool pool,
            DockerEngine engine,
            Compose compose,
            DockerProperties docker,
            ListeningPorts listening,
            GeneratedStack generated) {
        this.hardware = hardware;
        this.profiles = profiles;
        this.pool = pool;
        this.engine = engine;
        this.compose = compose;
        this.project = docker.project();
        this.listening = listening;
        this.generated = generated;
    }

    /// @param unreachable why the engine could not be asked; the facts then say `unknown` of it
    record Reading(StackFacts facts, List<Container> containers, Optional<ProblemException> unreachable) {}

    Reading read(Path poolRoot) {
        try {
            var containers = engine.containers(project);
            var info = engine.info();
            var facts = new EngineFacts(info.version(), compose.version().number(), info.runtimes(), info.limitsCpu());
            return new Reading(facts(poolRoot, facts, containers), containers, Optional.empty());
        } catch (ProblemException e) {
            return new Reading(facts(poolRoot, EngineFacts.UNKNOWN, List.of()), List.of(), Optional.of(e));
        }
    }

    private StackFacts facts(Path poolRoot, EngineFacts engineFacts, List<Container> containers) {
        return new StackFacts(
                hardware.facts(),
                profiles.all(),
                pool.facts(poolRoot),
                engineFacts,
                listening.takenByOthers(published(containers)),
                generated.ports());
    }

    private static Set<String> published(List<Container> containers) {
        return containers.stream()
                .flatMap(container -> container.ports().stream())
                .map(port -> port.protocol() + "/" + port.hostPort())
                .collect(Collectors.toSet());
    }
}
