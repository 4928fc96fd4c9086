package media.usenet.services;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import media.usenet.ControllerApplication;
import media.usenet.compose.ComposeFile;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand.Down;
import media.usenet.docker.Container.Health;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.plan.Planner;
import media.usenet.pool.PoolRemoval;
import media.usenet.services.StackCommands.Verb;
import media.usenet.settings.SettingsFolder;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// How long planning takes, and `up` and `preview` of the default stack on the real engine, beside plain Docker
/// Compose with the same generated files. Starts small images in a project of its own, and removes it. From the
/// repository's root:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.services.StackBenchmark [UPS]
public final class StackBenchmark {

    private static final String PROJECT = "usenet-benchmark";
    private static final int PLANS = 300;
    private static final int UNCHANGED = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    // As often as the controller looks while it waits for the same.
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ComposeClock clock;
    private final Stack stack;
    private final StackCommands commands;
    private final Operations operations;
    private final DockerEngine engine;
    private final Compose compose;
    private final ComposeJudge judge;
    private final SettingsFolder settings;

    private StackBenchmark(ConfigurableApplicationContext context, ComposeClock clock) {
        this.clock = clock;
        this.stack = context.getBean(Stack.class);
        this.commands = context.getBean(StackCommands.class);
        this.operations = context.getBean(Operations.class);
        this.engine = context.getBean(DockerEngine.class);
        this.compose = context.getBean(Compose.class);
        this.judge = context.getBean(ComposeJudge.class);
        this.settings = context.getBean(SettingsFolder.class);
    }

    public static void main(String[] args) throws Exception {
        int ups = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        var clock = new ComposeClock();
        var folder = Files.createTempDirectory("stack-benchmark");
        try (var context = context(folder, clock)) {
            new StackBenchmark(context, clock).run(ups);
        } finally {
            PoolRemoval.remove(folder.resolve("pool"), folder.resolve("run"));
        }
    }

    private static ConfigurableApplicationContext context(Path folder, ComposeClock clock) {
        return new SpringApplicationBuilder(ControllerApplication.class)
                .initializers(application -> application.getBeanFactory().addBeanPostProcessor(clock))
                .properties(Map.of(
                        "server.port",
                        "0",
                        "logging.level.root",
                        "WARN",
                        "spring.main.banner-mode",
                        "off",
                        "usenet.settings",
                        folder.resolve("settings").toString(),
                        "usenet.state",
                        folder.resolve("state").toString(),
                        "usenet.run",
                        folder.resolve("run").toString(),
                        "usenet.pool",
                        folder.resolve("pool").toString(),
                        "catalog.templates",
                        "compose-templates",
                        "hardware.profiles",
                        "hardware-profiles",
                        "docker.project",
                        PROJECT))
                .run();
    }

    private void run(int ups) throws Exception {
        System.out.print("load at the start: " + Files.readString(Path.of("/proc/loadavg")));
        plan();
        ToyStack.make(stack.plan());
        try {
            up(ups);
            unchanged();
        } finally {
            down();
        }
        System.out.print("\nload at the end: " + Files.readString(Path.of("/proc/loadavg")));
    }

    private void plan() throws Exception {
        var catalog = stack.catalog();
        var facts = stack.read().reading().facts();
        var enabled = catalog.all().stream()
                .map(service -> service.name() + ": {enabled: true}")
                .collect(joining(", ", "services: {", "}"));
        var all = SettingsFolder.parse(enabled, "", settings.current());
        var table = new BenchmarkTable(
                "Plan and render, all %d services of the catalog"
                        .formatted(catalog.all().size()),
                "docker compose config --quiet, that file");
        for (int run = 0; run < PLANS; run++) {
            table.time(
                    "plan and render",
                    () -> ComposeFile.of(Planner.plan(facts, catalog, all)).text());
        }
        var file = Files.createTempFile("all-services", ".yaml");
        Files.writeString(
                file, ComposeFile.of(Planner.plan(facts, catalog, all)).text());
        for (int run = 0; run < UNCHANGED; run++) {
            table.time(
                    "docker compose config --quiet, that file",
                    () -> program(List.of("docker", "compose", "--file", file.toString(), "config", "--quiet")));
        }
        Files.delete(file);
        table.print();
    }

    private void up(int runs) throws Exception {
        var table = new BenchmarkTable(
                "From nothing to the default stack, %d services"
                        .formatted(stack.plan().services().size()),
                "docker compose up -d: all healthy");
        // The order alternates; the controller is first because the first run makes the files for both.
        for (int run = 0; run < runs; run++) {
            if (run % 2 == 0) {
                controllerUp(table);
                plainUp(table);
            } else {
                plainUp(table);
                controllerUp(table);
            }
        }
        table.print();
        controllerUp();
    }

    private void controllerUp(BenchmarkTable table) throws InterruptedException {
        long start = System.nanoTime();
        controllerUp();
        table.add("usenet services up: Compose returned", (clock.lastEnd() - start) / 1e6);
        awaitAllHealthy();
        table.add("usenet services up: all healthy", BenchmarkTable.millisSince(start));
        down();
    }

    private void plainUp(BenchmarkTable table) throws Exception {
        long start = System.nanoTime();
        program(plain("up", "--detach"));
        table.add("docker compose up -d: returned", BenchmarkTable.millisSince(start));
        awaitAllHealthy();
        table.add("docker compose up -d: all healthy", BenchmarkTable.millisSince(start));
        down();
    }

    private void unchanged() throws Exception {
        var table = new BenchmarkTable("The same, unchanged", "docker compose up -d");
        for (int run = 0; run < UNCHANGED; run++) {
            clock.reset();
            table.time("usenet services up", this::controllerUp);
            var during = clock.commands();
            table.time("docker compose up -d", () -> program(plain("up", "--detach")));
            table.time("usenet services preview", () -> stack.preview(Targets.ALL));
            table.time("docker compose --dry-run up -d", () -> program(plain("--dry-run", "up", "--detach")));
            if (run == UNCHANGED - 1) {
                System.out.println("\nprograms that the last unchanged up ran:");
                during.forEach(command -> System.out.println("    " + command));
            }
        }
        table.print();
    }

    private void controllerUp() {
        var ended = operations.await(commands.start(Verb.UP, Targets.ALL).id());
        if (ended.state() != Operation.State.SUCCEEDED) {
            throw new IllegalStateException("up did not succeed: " + ended);
        }
    }

    private void awaitAllHealthy() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!allHealthy()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not all healthy within " + PATIENCE);
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private boolean allHealthy() {
        return engine.containers(PROJECT).stream()
                .allMatch(container -> container.running()
                        && (container.health() == Health.HEALTHY || container.health() == Health.NONE));
    }

    private void down() {
        compose.run(judge.project(), new Down(Duration.ofSeconds(1)));
    }

    /// The command that the controller would give for the same files, by itself.
    private List<String> plain(String... arguments) {
        var project = judge.project();
        var argv = new ArrayList<>(List.of(
                "docker",
                "compose",
                "--project-name",
                PROJECT,
                "--project-directory",
                project.directory().toString()));
        argv.addAll(List.of("--file", project.file().toString()));
        argv.addAll(List.of(arguments));
        return argv;
    }

    private static void program(List<String> argv) throws IOException, InterruptedException {
        var process = new ProcessBuilder(argv)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", argv));
        }
    }
}
