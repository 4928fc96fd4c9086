package media.usenet.union;

import java.util.List;
import media.usenet.event.Operation;
import media.usenet.mover.MoveJob;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The union over HTTP. With `dryRun` every change answers what it would do; balance and drain are operations.
@RestController
@RequestMapping("/v1/storage/pool")
final class UnionController {

    private final UnionCommands commands;

    UnionController(UnionCommands commands) {
        this.commands = commands;
    }

    /// @param slots at least two
    record NewUnion(
            @Nullable List<String> slots,
            @Nullable String createPolicy,
            @Nullable Long minFreeBytes) {}

    record NamedSlot(@Nullable String slot) {}

    /// What is null stays as it is.
    record NewPolicy(
            @Nullable String createPolicy,
            @Nullable Long minFreeBytes,
            @Nullable Boolean moveOnNoSpace) {}

    /// @param percent how many percentage points free space may differ; 5 where none is said
    record Evenness(@Nullable Double percent) {}

    @GetMapping
    PoolReport show() {
        return commands.report();
    }

    @PostMapping
    ResponseEntity<?> create(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NewUnion wanted) {
        return answer(commands.create(wanted.slots(), wanted.createPolicy(), wanted.minFreeBytes()), dryRun);
    }

    @DeleteMapping
    ResponseEntity<?> remove(@RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(commands.remove(), dryRun);
    }

    @PostMapping("/branches")
    ResponseEntity<?> add(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NamedSlot wanted) {
        return answer(commands.add(wanted.slot()), dryRun);
    }

    @DeleteMapping("/branches/{slot}")
    ResponseEntity<?> drop(@PathVariable String slot, @RequestParam(defaultValue = "false") boolean dryRun) {
        return answer(commands.drop(slot), dryRun);
    }

    @PostMapping("/policy")
    ResponseEntity<?> policy(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NewPolicy wanted) {
        return answer(commands.policy(wanted.createPolicy(), wanted.minFreeBytes(), wanted.moveOnNoSpace()), dryRun);
    }

    @PostMapping("/balance")
    ResponseEntity<?> balance(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable Evenness wanted) {
        return answer(commands.balance(wanted == null ? null : wanted.percent()), dryRun);
    }

    @PostMapping("/drain")
    ResponseEntity<?> drain(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NamedSlot wanted) {
        return answer(commands.drain(wanted.slot()), dryRun);
    }

    @PostMapping("/give-up")
    ResponseEntity<?> giveUp(@RequestParam(defaultValue = "false") boolean dryRun) {
        return ResponseEntity.ok(dryRun ? commands.previewGiveUp() : commands.giveUp());
    }

    private ResponseEntity<?> answer(UnionCommands.Planned planned, boolean dryRun) {
        return ResponseEntity.ok(dryRun ? planned.change() : commands.apply(planned));
    }

    private ResponseEntity<?> answer(MoveJob job, boolean dryRun) {
        return dryRun ? ResponseEntity.ok(commands.preview(job)) : accepted(commands.start(job));
    }

    private static ResponseEntity<Operation> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
