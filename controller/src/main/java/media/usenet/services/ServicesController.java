package media.usenet.services;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import media.usenet.event.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The stack over HTTP. Commands that change something answer 202 and an operation; with `dryRun`, 200 and a preview.
@RestController
@RequestMapping("/v1/services")
final class ServicesController {

    private final Stack stack;
    private final StackCommands commands;
    private final StackStatus status;
    private final ServiceOutput output;

    ServicesController(Stack stack, StackCommands commands, StackStatus status, ServiceOutput output) {
        this.stack = stack;
        this.commands = commands;
        this.status = status;
        this.output = output;
    }

    @GetMapping
    StackStatus.Listing list(@RequestParam(defaultValue = "false") boolean all) {
        return status.list(all);
    }

    @GetMapping("/preview")
    StackPreview preview(
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(required = false) @Nullable String category) {
        return stack.preview(new Targets(services, category));
    }

    @PostMapping("/{command:up|down|start|stop|restart}")
    ResponseEntity<?> command(
            @PathVariable String command,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable Targets body) {
        var targets = body == null ? Targets.ALL : body;
        var verb = StackCommands.Verb.of(command);
        if (dryRun) {
            return ResponseEntity.ok(commands.preview(verb, targets));
        }
        return accepted(commands.start(verb, targets));
    }

    @GetMapping("/status")
    StackStatus.Report status(
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(required = false) @Nullable String category) {
        return status.report(new Targets(services, category), false);
    }

    /// As the status, after asking every service itself.
    @GetMapping("/health")
    StackStatus.Report health(
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(required = false) @Nullable String category) {
        return status.report(new Targets(services, category), true);
    }

    @GetMapping("/stats")
    StackStatus.Stats stats(@RequestParam(defaultValue = "") List<String> services) {
        return status.stats(new Targets(services, null));
    }

    /// @param since RFC 3339, or a span back from now: `10m`, `2h`, `1d`
    /// @param grep a regular expression that lines must contain
    @GetMapping(value = "/logs", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void logs(
            @RequestParam(defaultValue = "") List<String> services,
            @RequestParam(required = false) @Nullable String category,
            @RequestParam(defaultValue = "false") boolean follow,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable Integer tail,
            @RequestParam(defaultValue = "") String grep,
            HttpServletResponse response)
            throws IOException {
        var wanted = LogQuery.of(follow, since, tail, grep, output.now());
        var targets = new Targets(services, category);
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        output.logs(targets, wanted, response.getOutputStream());
    }

    record ExecRequest(List<String> command) {}

    /// Ends with a line that has the exit code.
    @PostMapping(value = "/{service}/exec", produces = MediaType.APPLICATION_NDJSON_VALUE)
    void exec(@PathVariable String service, @RequestBody ExecRequest request, HttpServletResponse response)
            throws IOException {
        output.exec(service, request.command(), response);
    }

    static ResponseEntity<Operation> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
