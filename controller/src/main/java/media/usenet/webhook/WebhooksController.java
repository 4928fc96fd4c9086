package media.usenet.webhook;

import java.net.URI;
import java.util.List;
import media.usenet.effect.Change;
import media.usenet.fetch.FetchException;
import media.usenet.fetch.Fetcher;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Webhooks over HTTP. With `dryRun` it answers what it would do, and does nothing.
@RestController
final class WebhooksController {

    private static final int MOST = 500;

    private final WebhookRows rows;
    private final Fetcher fetcher;
    private final Signature signature;

    WebhooksController(WebhookRows rows, Fetcher fetcher, Signature signature) {
        this.rows = rows;
        this.fetcher = fetcher;
        this.signature = signature;
    }

    /// @param url `http` or `https`; a public address, or one that `fetch.allow` permits
    /// @param events `job.queued`, `job.succeeded` and others; how jobs end where it is missing
    record NewWebhook(@Nullable String url, @Nullable List<String> events) {}

    /// @param secret what its messages are signed with
    record Made(Webhook webhook, String secret) {}

    @GetMapping("/v1/webhooks")
    List<Webhook> list() {
        return rows.all();
    }

    @PostMapping("/v1/webhooks")
    ResponseEntity<?> add(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody NewWebhook request)
            throws InterruptedException {
        var url = allowed(request.url());
        var kinds =
                request.events() == null || request.events().isEmpty() ? Message.ENDS : Message.kinds(request.events());
        if (dryRun) {
            var steps = kinds.stream()
                    .map(kind -> "tell it of " + Message.event(kind))
                    .toList();
            return ResponseEntity.ok(new Change("webhook add", url, null, steps, List.of(), null));
        }
        var webhook = rows.add(url, kinds);
        return ResponseEntity.created(URI.create("/v1/webhooks/" + webhook.id()))
                .body(new Made(webhook, signature.secret(url)));
    }

    private String allowed(@Nullable String url) throws InterruptedException {
        try {
            fetcher.mayBeAsked(url == null ? "" : url);
            return url == null ? "" : url;
        } catch (FetchException e) {
            throw new ProblemException(Problem.INVALID_REQUEST, "url: " + e.getMessage(), e.remedy());
        }
    }

    /// With the messages to it, those too that have not been sent.
    @DeleteMapping("/v1/webhooks/{id}")
    ResponseEntity<?> remove(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        var webhook = rows.find(id).orElseThrow(() -> unknown("webhook", id));
        if (!dryRun) {
            rows.remove(id);
        }
        var steps = List.of("tell it of nothing any more", "forget the messages to it");
        return ResponseEntity.ok(new Change("webhook remove", webhook.url(), null, steps, List.of(), null));
    }

    /// @param url the secret of any address, such as a job's `webhook_url`
    record Secret(String url, String secret) {}

    @GetMapping("/v1/webhooks/secret")
    Secret secret(@RequestParam String url) {
        return new Secret(url, signature.secret(url));
    }

    /// @param state `pending`, `delivered` or `dead`
    @GetMapping("/v1/webhooks/deliveries")
    List<Delivery> deliveries(
            @RequestParam(required = false) @Nullable String webhook,
            @RequestParam(required = false) @Nullable String job,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(defaultValue = "50") int size) {
        return rows.deliveries(webhook, job, state, Math.clamp(size, 1, MOST));
    }

    /// Now, under the same id, and with all its attempts again.
    @PostMapping("/v1/webhooks/deliveries/{id}/redeliver")
    ResponseEntity<?> redeliver(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        var delivery = rows.delivery(id).orElseThrow(() -> unknown("delivery", id));
        if (dryRun) {
            var steps = List.of("send it to %s once more".formatted(delivery.url()));
            return ResponseEntity.ok(new Change("webhook redeliver", id, null, steps, List.of(), null));
        }
        rows.again(delivery);
        return ResponseEntity.accepted().body(rows.delivery(id).orElse(delivery));
    }

    private static ProblemException unknown(String what, String id) {
        return new ProblemException(
                Problem.WEBHOOK_NOT_FOUND,
                "there is no %s %s".formatted(what, id),
                "GET /v1/webhooks and /v1/webhooks/deliveries list what there is");
    }
}
