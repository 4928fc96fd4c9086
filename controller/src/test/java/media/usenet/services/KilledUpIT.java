package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import media.usenet.api.ControllerProcess;
import media.usenet.api.RunningController;
import media.usenet.composer.ToyProject;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.pool.PoolsAfterwards;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A real controller process, killed with `kill -9` while it starts services on the real engine.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledUpIT {

    private static final Path PLANNING = RunningController.folder();
    /// With all that they need.
    private static final List<String> SERVICES = List.of("flaresolverr", "prowlarr", "sabnzbd", "transmission");
    private static final String ASKED =
            SERVICES.stream().collect(Collectors.joining("\", \"", "{\"services\": [\"", "\"]}"));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder = RunningController.folder();
    private final String project = "usenet-killed-" + ProcessHandle.current().pid();

    @Autowired
    private Stack stack;

    @Autowired
    private DockerEngine engine;

    private @Nullable ControllerProcess controller;

    enum Moment {
        FILES_ARE_WRITTEN,
        THE_FIRST_CONTAINER_IS_THERE,
        ONE_OF_SEVERAL_RUNS
    }

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(PLANNING, properties);
    }

    @BeforeAll
    void images() throws IOException {
        ToyProject.assumeEngine();
        PoolsAfterwards.expect(folder);
        ToyStack.make(stack.plan());
    }

    @AfterEach
    void nothingStays() throws Exception {
        try (var last = controller == null ? started() : controller) {
            last.ended(last.post("/v1/services/down", ""));
        }
        controller = null;
    }

    @ParameterizedTest
    @EnumSource
    void theNextUpFinishesWhatAKilledOneBegan(Moment moment) throws Exception {
        var killed = started();
        killed.post("/v1/services/up", ASKED);
        await(() -> reached(moment));
        killed.kill();
        assertThat(running()).as("killed before it was done").hasSizeLessThan(SERVICES.size());

        var next = started();
        controller = next;
        var operation = next.ended(next.post("/v1/services/up", ASKED));

        assertThat(operation.path("state").asString()).as(operation.toString()).isEqualTo("SUCCEEDED");
        assertThat(running()).containsExactlyInAnyOrderElementsOf(SERVICES);
        assertThat(engine.containers(project)).hasSize(SERVICES.size());
        assertNothingHalfWritten();
    }

    private ControllerProcess started() throws IOException, InterruptedException {
        return ControllerProcess.ofClasses(folder, "--docker.project=" + project);
    }

    private boolean reached(Moment moment) {
        return switch (moment) {
            case FILES_ARE_WRITTEN -> Files.exists(folder.resolve("state/stack/compose.yaml"));
            case THE_FIRST_CONTAINER_IS_THERE -> !engine.containers(project).isEmpty();
            case ONE_OF_SEVERAL_RUNS -> !running().isEmpty();
        };
    }

    private List<String> running() {
        return engine.containers(project).stream()
                .filter(Container::running)
                .map(Container::service)
                .toList();
    }

    /// What a write left beside its file when the process died under it.
    private void assertNothingHalfWritten() throws IOException {
        try (var files = Files.list(folder.resolve("state/stack"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("compose.yaml")
                    .noneMatch(name -> name.endsWith(".part"));
        }
    }

    private static void await(BooleanSupplier reached) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it does not get that far").isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
