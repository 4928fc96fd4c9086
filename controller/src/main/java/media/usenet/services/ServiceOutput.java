package media.usenet.services;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.docker.LogLine;
import media.usenet.docker.OutputLine.Channel;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.JsonLineStream.ReaderGone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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
    private final Duration heartbeat;

    /// @param heartbeat after how long a silence the reader of a log is sent an empty line
    ServiceOutput(
            Stack stack,
            DockerEngine engine,
            DockerProperties docker,
            InstantSource clock,
            JsonMapper json,
            @Value("${http.heartbeat:15s}") Duration heartbeat) {
        this.stack = stack;
        this.engine = engine;
        this.project = docker.project();
        this.clock = clock;
        this.json = json;
        this.heartbeat = heartbeat;
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
        var lines = new JsonLineStream(out, json, heartbeat);
        try {
            engine.logs(containers, query.request(), line -> tell(line, query, lines), lines::beat);
        } catch (ReaderGone _) {
            // Nobody reads any more, so nothing more is asked for.
        }
    }

    private static void tell(LogLine line, LogQuery query, JsonLineStream lines) {
        if (query.wants(line.text())) {
            lines.write(new LoggedLine(line.service(), line.time(), word(line.channel()), line.text()));
        } else {
            lines.beat();
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
        var lines = new JsonLineStream(response.getOutputStream(), json, heartbeat);
        try {
            int exit = engine.exec(
                    container, command, line -> lines.write(new ExecLine(word(line.channel()), line.text(), null)));
            lines.write(new ExecLine(null, null, exit));
        } catch (ReaderGone _) {
            // Nobody reads any more; the program goes on, as the engine cannot end it.
        }
    }

    private static String word(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
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
}
