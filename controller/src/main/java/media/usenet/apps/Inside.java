package media.usenet.apps;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.OutputLine;
import media.usenet.docker.OutputLine.Channel;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// An application's own interface, asked by curl from within its container: there its key lies, and its port is open
/// however the service is published.
public final class Inside {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    /// curl reads how to log in from a pipe: its arguments can be seen by everybody on the machine.
    private static final String CALL =
            "printf '%s\\n' \"$login\" | curl --silent --show-error --max-time 60 --config - \"$@\"";

    private final String service;
    private final String login;
    private final Program program;

    /// Runs a command where the application runs.
    public interface Program {

        /// @return what it printed; empty when it failed
        Optional<String> printed(List<String> argv);
    }

    /// @param container that runs
    /// @param login shell lines that set `login` to lines of a curl configuration file
    public static Inside of(DockerEngine engine, Container container, String login) {
        return new Inside(container.service(), login, argv -> printed(engine, container, argv));
    }

    /// @param login as in [#of]
    public Inside(String service, String login, Program program) {
        this.service = service;
        this.login = login;
        this.program = program;
    }

    /// @param arguments of curl
    /// @return what it printed
    /// @throws ProblemException `SERVICE_NOT_RUNNING`
    public String ask(String... arguments) {
        var argv = new ArrayList<>(List.of("sh", "-c", login + "\n" + CALL, "sh"));
        argv.addAll(List.of(arguments));
        return program.printed(argv).orElseThrow(() -> refused("does not answer"));
    }

    /// As [#ask], read as JSON.
    public JsonNode json(String... arguments) {
        var text = ask(arguments);
        try {
            return JSON.readTree(text);
        } catch (JacksonException _) {
            throw refused("answers: " + text.lines().findFirst().orElse("nothing"));
        }
    }

    /// @param what it does instead of what it should: `does not answer`
    public ProblemException refused(String what) {
        return new ProblemException(
                Problem.SERVICE_NOT_RUNNING,
                "%s %s".formatted(service, what),
                "look at its pages, or at: usenet services logs " + service);
    }

    /// What a command prints in the container; empty when it failed.
    public static Optional<String> printed(DockerEngine engine, Container container, List<String> argv) {
        var printed = new CopyOnWriteArrayList<OutputLine>();
        int code = engine.exec(container, argv, printed::add);
        var text = printed.stream()
                .filter(line -> line.channel() == Channel.STDOUT)
                .map(OutputLine::text)
                .collect(Collectors.joining("\n"));
        return code == 0 ? Optional.of(text) : Optional.empty();
    }
}
