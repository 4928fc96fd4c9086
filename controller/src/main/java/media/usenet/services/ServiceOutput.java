package media.usenet.services;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What services print: their logs, and the answers of programs run inside them; one JSON object a line.
@Component
final class ServiceOutput {

    private final Stack stack;
    private final DockerEngine engine;
    private final String project;
    private final InstantSource clock;
    private final JsonMapper json;

    ServiceOutput(Stack stack, DockerEngine engine, DockerProperties docker, InstantSource clock, JsonMapper json) {
        this.stack = stack;
        this.engine = engine;
        this.project = docker.project();
        this.clock = clock;
        this.json = json;
    }

    record LoggedLine(String service, Instant time, String stream, String line) {}

    /// @param exit the exit code, on the last line alone
    record ExecLine(
            @Nullable String stream,
            @Nullable String line,
            @Nullable Integer exit) {}

    Instant now() {
        return clock.instant();
    }

    void logs(Targets targets, LogQuery query, OutputStream out) throws IOException {
        var names = targets.in(stack.plan());
        var containers = engine.containers(project).stream()
                .filter(container -> names.contains(container.service()))
                .toList();
        out.flush();
        try {
            engine.logs(containers, query.request(), line -> {
                if (query.wants(line.text())) {
                    var stream = line.channel().name().toLowerCase(Locale.ROOT);
                    write(out, new LoggedLine(line.service(), line.time(), stream, line.text()));
                }
            });
        } catch (ReaderGone _) {
            // Nobody reads any more, so nothing more is asked for.
        }
    }

    void exec(String service, List<String> command, HttpServletResponse response) throws IOException {
        if (command == null || command.isEmpty()) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "there is no command to run in " + service,
                    "usenet services exec %s -- COMMAND".formatted(service));
        }
        var container = running(service);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        var out = response.getOutputStream();
        int exit = engine.exec(
                container,
                command,
                line -> write(out, new ExecLine(line.channel().name().toLowerCase(Locale.ROOT), line.text(), null)));
        write(out, new ExecLine(null, null, exit));
    }

    private Container running(String service) {
        var containers = engine.containers(project);
        Targets.require(service, containers.stream().map(Container::service).toList());
        return containers.stream()
                .filter(container -> container.service().equals(service) && container.running())
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.SERVICE_NOT_RUNNING,
                        "%s does not run".formatted(service),
                        "usenet services start " + service));
    }

    private void write(OutputStream out, Object line) {
        try {
            out.write(json.writeValueAsBytes(line));
            out.write('\n');
            out.flush();
        } catch (IOException e) {
            throw new ReaderGone(e);
        }
    }

    private static final class ReaderGone extends UncheckedIOException {
        ReaderGone(IOException cause) {
            super(cause);
        }
    }
}
