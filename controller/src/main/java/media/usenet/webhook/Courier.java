package media.usenet.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import media.usenet.database.Database;
import media.usenet.fetch.FetchException;
import media.usenet.fetch.Sender;
import media.usenet.history.JobRows;
import media.usenet.problem.ProblemException;
import media.usenet.queue.JobSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Sends what is due, to each address one message after the other and to all addresses at once: one that does not
/// answer holds nobody up but itself.
final class Courier implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Courier.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int ROUNDS_OF_AN_HOUR = 7_200;
    private static final int GONE = 410;
    private static final Duration GIVEN_UP_AFTER = Duration.ofDays(5);
    /// Each holds a connection. That many which hang at once are left alone for as long as one may take.
    private static final int MOST_AT_ONCE = 500;

    private final Database database;
    private final WebhookRows rows;
    private final Sender sender;
    private final Signature signature;
    private final Schedule schedule;
    private final JobSettings settings;
    private final JsonMapper json;
    private final Duration patience;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService deliveries = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("webhook-", 0).factory());
    private final Thread thread = Thread.ofVirtual().name("webhooks").unstarted(this::go);
    private volatile boolean closed;

    /// @param patience how long one attempt may take
    Courier(
            Database database,
            Sender sender,
            Signature signature,
            Schedule schedule,
            JobSettings settings,
            JsonMapper json,
            Duration patience) {
        this.database = database;
        this.rows = new WebhookRows(database);
        this.sender = sender;
        this.signature = signature;
        this.schedule = schedule;
        this.settings = settings;
        this.json = json;
        this.patience = patience;
    }

    void start() {
        thread.start();
    }

    private void go() {
        try {
            for (int round = 0; !closed; round++) {
                round(round);
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(int round) {
        try {
            rows.dueAddresses().stream()
                    .filter(_ -> busy.size() < MOST_AT_ONCE)
                    .filter(busy::add)
                    .forEach(url -> deliveries.execute(() -> deliverTo(url)));
            if (round % ROUNDS_OF_AN_HOUR == 0) {
                rows.forget(rows.now().minus(settings.keep()));
            }
        } catch (ProblemException e) {
            // The database says itself that it is away; what is due is sent at a later round.
            log.debug("webhooks put off: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("webhooks broke", e);
        }
    }

    private void deliverTo(String url) {
        try {
            for (var due = rows.due(url); due.isPresent() && !closed; due = rows.due(url)) {
                deliver(due.get());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            log.debug("a webhook put off: {}", e.getMessage());
        } catch (RuntimeException e) {
            log.error("a webhook broke", e);
        } finally {
            busy.remove(url);
        }
    }

    /// A process that dies between the answer and its row sends the message again, under the same id.
    private void deliver(Delivery delivery) throws InterruptedException {
        var body = body(delivery);
        var now = rows.now();
        long began = System.nanoTime();
        try {
            var answer = sender.post(
                    delivery.url(), signature.headers(delivery.url(), delivery.id(), now, body), body, patience);
            tried(delivery, began, Optional.of(answer), null);
        } catch (FetchException e) {
            tried(delivery, began, Optional.empty(), e.getMessage());
        }
    }

    private String body(Delivery delivery) {
        if (delivery.request() != null) {
            return delivery.request();
        }
        var kind = delivery.event().substring(Message.event("").length());
        var body = database.read(db -> JobRows.find(db, delivery.job()))
                .map(job -> Message.body(json, kind, delivery.at(), job))
                .orElseGet(() -> Message.test(json, delivery.at()));
        rows.body(delivery.id(), body);
        return body;
    }

    private void tried(Delivery delivery, long began, Optional<Sender.Answer> answer, @Nullable String failure) {
        int status = answer.map(Sender.Answer::status).orElse(0);
        boolean taken = status >= 200 && status < 300;
        var stopped = taken ? null : whyStopped(delivery, status);
        var next = taken || stopped != null
                ? Optional.<Duration>empty()
                : schedule.next(delivery.attempts() + 1, answer.flatMap(Sender.Answer::retryAfter));
        var took = Duration.ofNanos(System.nanoTime() - began);
        rows.tried(delivery, new WebhookRows.Tried(taken, answer, failure, took, next, stopped));
        if (stopped != null) {
            log.warn("nothing is sent to the webhook {} any more: {}", delivery.webhook(), stopped);
        } else if (!taken && next.isEmpty()) {
            log.warn("the message {} was not taken and is given up", delivery.id());
        }
    }

    private @Nullable String whyStopped(Delivery delivery, int status) {
        if (status == GONE) {
            return "it answered 410: it wants no more";
        }
        Instant since = rows.find(delivery.webhook()).map(Webhook::failingSince).orElse(null);
        return since != null && since.plus(GIVEN_UP_AFTER).isBefore(rows.now())
                ? "it has taken nothing since " + since
                : null;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        deliveries.shutdownNow();
        deliveries.close();
    }
}
