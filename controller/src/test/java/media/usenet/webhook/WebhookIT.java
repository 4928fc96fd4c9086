package media.usenet.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import media.usenet.database.Backend;
import media.usenet.database.Database;
import media.usenet.fetch.Fetcher;
import media.usenet.fetch.Sender;
import media.usenet.job.Submission;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Commands;
import media.usenet.queue.Intake;
import media.usenet.queue.JobSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// Receivers that take messages, and those that do anything else.
@ParameterizedClass
@EnumSource
class WebhookIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> LOOPBACK = List.of("127.0.0.1");
    private static final Duration SHORT = Duration.ofMillis(700);

    private final Backend backend;
    private final Signature signature = new Signature("a key of the test".getBytes(StandardCharsets.UTF_8));
    private final List<Courier> couriers = new ArrayList<>();

    @TempDir
    Path folder;

    private Database database;
    private WebhookRows rows;
    private Intake intake;
    private WebhooksController http;

    WebhookIT(Backend backend) {
        this.backend = backend;
    }

    @BeforeEach
    void open() {
        database = Database.at(backend.address(folder), true);
        rows = new WebhookRows(database);
        intake = new Intake(database, JobSettings.USUAL);
        http = new WebhooksController(rows, Fetcher.permitting(LOOPBACK), signature);
    }

    @AfterEach
    void close() {
        couriers.forEach(Courier::close);
        database.close();
    }

    private Courier courier(List<String> permitted, Duration patience) {
        var courier = new Courier(
                database,
                Sender.permitting(permitted),
                signature,
                new Schedule(() -> 0),
                JobSettings.USUAL,
                JSON,
                patience);
        couriers.add(courier);
        courier.start();
        return courier;
    }

    private static Submission film() {
        return Submission.of("test", "film", "cpu", JsonNodeFactory.instance.objectNode());
    }

    private String cancelled(Submission submission) {
        var job = intake.accept(submission);
        new Commands(database).cancel(job);
        return job;
    }

    private Delivery one(Webhook webhook) {
        return one(rows.deliveries(webhook.id(), null, null, 10));
    }

    private static Delivery one(List<Delivery> deliveries) {
        assertThat(deliveries).hasSize(1);
        return deliveries.getFirst();
    }

    private Delivery tried(Webhook webhook) {
        await(() -> one(webhook).attempts() > 0);
        return one(webhook);
    }

    private void timeHasCome() {
        database.change(db -> db.sql("update webhook_deliveries set due_ms = 0").update());
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it takes too long").isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    @Test
    void what_happens_is_told_signed_to_those_who_want_to_know_and_once() throws Exception {
        try (var receiver = Receiver.answering(204)) {
            rows.add(receiver.url("/all"), Message.kinds(List.of("job.created", "job.cancelled")));
            rows.add(receiver.url("/ends"), Message.ENDS);
            rows.add(receiver.url("/others"), List.of("succeeded"));
            courier(LOOPBACK, SHORT);
            var job = cancelled(film());
            await(() -> rows.deliveries(null, job, "delivered", 10).size() == 3);
            assertThat(receiver.received)
                    .extracting(Receiver.Received::path)
                    .containsExactlyInAnyOrder("/all", "/all", "/ends");
            var end = receiver.received.stream()
                    .filter(each -> each.path().equals("/ends"))
                    .findFirst()
                    .orElseThrow();
            var message = JSON.readTree(end.body());
            assertThat(message.at("/type").asString()).isEqualTo("job.cancelled");
            assertThat(message.at("/data/job_id").asString()).isEqualTo(job);
            assertThat(message.at("/data/status").asString()).isEqualTo("cancelled");
            assertThat(end.headers().get("webhook-signature"))
                    .isEqualTo(independently(signature.secret(receiver.url("/ends")), end));
            assertThat(signature.secret(receiver.url("/ends"))).isNotEqualTo(signature.secret(receiver.url("/all")));
        }
    }

    /// As standardwebhooks.com tells receivers to do it.
    private static String independently(String secret, Receiver.Received received) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        var signed = received.headers().get("webhook-id") + "."
                + received.headers().get("webhook-timestamp") + "." + received.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void an_address_that_a_request_named_is_told_of_its_jobs_end_alone_and_of_a_duplicates() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var job = cancelled(film().telling(receiver.url("/mine")));
            cancelled(film());
            var again = cancelled(new Commands(database).again(job));
            courier(LOOPBACK, SHORT);
            await(() -> rows.deliveries(null, null, "delivered", 10).size() == 2);
            assertThat(receiver.received)
                    .extracting(each ->
                            JSON.readTree(each.body()).at("/data/job_id").asString())
                    .containsExactlyInAnyOrder(job, again);
            assertThat(rows.all()).isEmpty();
        }
    }

    @Test
    void a_failing_receiver_gets_the_same_message_under_the_same_id_until_it_takes_it() throws Exception {
        var well = new CountDownLatch(1);
        try (var receiver =
                new Receiver(exchange -> Receiver.answer(exchange, well.getCount() > 0 ? 500 : 200, "oh"))) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, SHORT);
            cancelled(film());
            var failed = tried(webhook);
            assertThat(failed.state()).isEqualTo("pending");
            assertThat(failed.status()).isEqualTo(500);
            assertThat(failed.response()).isEqualTo("oh");
            assertThat(Duration.between(failed.triedAt(), failed.nextAt())).isEqualTo(Duration.ofSeconds(5));
            assertThat(rows.all().getFirst().failingSince()).isNotNull();
            couriers.getFirst().close();
            well.countDown();
            timeHasCome();
            courier(LOOPBACK, SHORT);
            await(() -> one(webhook).state().equals("delivered"));
            assertThat(rows.all().getFirst().failingSince()).isNull();
            assertThat(receiver.received).hasSize(2);
            assertThat(receiver.received.get(1).body())
                    .isEqualTo(receiver.received.get(0).body());
            assertThat(receiver.received.get(1).headers()).containsEntry("webhook-id", failed.id());
        }
    }

    @Test
    void what_was_never_taken_is_dead_and_goes_again_when_asked() throws Exception {
        try (var receiver = Receiver.answering(503)) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, SHORT);
            cancelled(film());
            for (int attempt = 1; attempt <= 8; attempt++) {
                int tried = attempt;
                await(() -> one(webhook).attempts() == tried);
                if (attempt < 8) {
                    timeHasCome();
                }
            }
            assertThat(one(webhook).state()).isEqualTo("dead");
            http.redeliver(one(webhook).id(), true);
            assertThat(one(webhook).state()).isEqualTo("dead");
            http.redeliver(one(webhook).id(), false);
            await(() -> receiver.received.size() == 9);
            await(() -> one(webhook).state().equals("pending") && one(webhook).attempts() == 1);
        }
    }

    @Test
    void one_that_answers_410_is_sent_nothing_any_more() throws Exception {
        try (var receiver = Receiver.answering(410)) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, SHORT);
            cancelled(film());
            await(() -> rows.find(webhook.id()).orElseThrow().stopped() != null);
            cancelled(film());
            assertThat(one(webhook).state()).isEqualTo("dead");
            assertThat(rows.find(webhook.id()).orElseThrow().stopped()).contains("410");
        }
    }

    @Test
    void one_that_is_busy_says_when_it_wants_to_be_asked() throws Exception {
        try (var receiver = new Receiver(exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "120");
            Receiver.answer(exchange, 429, "");
        })) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, SHORT);
            cancelled(film());
            var failed = tried(webhook);
            assertThat(Duration.between(failed.triedAt(), failed.nextAt())).isEqualTo(Duration.ofMinutes(2));
        }
    }

    @Test
    void a_redirect_is_a_failure_and_not_followed() throws Exception {
        try (var other = Receiver.answering(200);
                var receiver = new Receiver(exchange -> {
                    exchange.getResponseHeaders().set("Location", other.url("/"));
                    Receiver.answer(exchange, 301, "");
                })) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, SHORT);
            cancelled(film());
            assertThat(tried(webhook).status()).isEqualTo(301);
            assertThat(tried(webhook).state()).isEqualTo("pending");
            assertThat(other.received).isEmpty();
        }
    }

    @Test
    void of_a_long_answer_the_beginning_is_kept_and_an_endless_one_ends() throws Exception {
        try (var receiver = new Receiver(exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/endless") ? 200 : 500, 0);
            var piece = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            boolean endless = exchange.getRequestURI().getPath().equals("/endless");
            for (int i = 0; endless || i < 1_000; i++) {
                exchange.getResponseBody().write(piece);
            }
        })) {
            var endless = rows.add(receiver.url("/endless"), Message.ENDS);
            var large = rows.add(receiver.url("/large"), Message.ENDS);
            courier(LOOPBACK, Duration.ofSeconds(20));
            cancelled(film());
            assertThat(tried(endless).state()).isEqualTo("delivered");
            assertThat(tried(endless).response()).hasSize(64 << 10);
            assertThat(tried(large).status()).isEqualTo(500);
            assertThat(tried(large).response()).hasSize(64 << 10);
        }
    }

    @Test
    void nobody_there_no_such_name_no_tls_and_no_answer_are_told_apart() throws Exception {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (var receiver = new Receiver(_ -> new CountDownLatch(1).await());
                var noTls = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> greet(noTls));
            var refused = rows.add("http://127.0.0.1:%d/".formatted(nobody), Message.ENDS);
            var unknown = rows.add("http://no-such-host.invalid/", Message.ENDS);
            var plain = rows.add("https://127.0.0.1:%d/".formatted(noTls.getLocalPort()), Message.ENDS);
            var silent = rows.add(receiver.url("/"), Message.ENDS);
            courier(LOOPBACK, Duration.ofSeconds(5));
            cancelled(film());
            assertThat(tried(refused).error()).contains("refused");
            assertThat(tried(unknown).error()).contains("no-such-host.invalid");
            assertThat(tried(plain).error()).contains("SSL");
            assertThat(tried(silent).error()).contains("no whole answer");
            for (var webhook : List.of(refused, unknown, plain, silent)) {
                assertThat(one(webhook).state()).isEqualTo("pending");
            }
        }
    }

    private static void greet(ServerSocket socket) {
        try (var connection = socket.accept()) {
            connection.getOutputStream().write("220 not what you think\r\n".getBytes(StandardCharsets.US_ASCII));
            connection.getInputStream().readNBytes(1);
        } catch (IOException _) {
            // It has gone.
        }
    }

    @Test
    void private_addresses_are_told_nothing_unless_permitted() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var webhook = rows.add(receiver.url("/"), Message.ENDS);
            courier(List.of(), SHORT);
            cancelled(film());
            assertThat(tried(webhook).error()).contains("no public address");
            assertThat(receiver.received).isEmpty();
            var strict = new WebhooksController(rows, Fetcher.permitting(List.of()), signature);
            assertThatThrownBy(() -> strict.add(false, new WebhooksController.NewWebhook(receiver.url("/"), null)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("no public address");
        }
    }

    @Test
    void fifty_that_hang_hold_up_neither_jobs_nor_a_fifty_first() throws Exception {
        try (var hanging = new Receiver(_ -> new CountDownLatch(1).await());
                var healthy = Receiver.answering(200)) {
            for (int i = 0; i < 50; i++) {
                rows.add(hanging.url("/" + i), Message.ENDS);
            }
            rows.add(healthy.url("/"), Message.ENDS);
            courier(LOOPBACK, Duration.ofSeconds(15));
            cancelled(film());
            await(() -> hanging.received.size() == 50);
            var waits = new ArrayList<Duration>();
            for (int i = 0; i < 30; i++) {
                long began = System.nanoTime();
                var job = cancelled(film());
                await(() ->
                        healthy.received.stream().anyMatch(each -> each.body().contains(job)));
                waits.add(Duration.ofNanos(System.nanoTime() - began));
            }
            assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(Duration.ofSeconds(2)));
        }
    }

    @Test
    void webhooks_are_made_listed_and_removed_over_http() throws Exception {
        try (var receiver = Receiver.answering(200)) {
            var request = new WebhooksController.NewWebhook(receiver.url("/"), List.of("job.completed"));
            assertThat(http.add(true, request).getStatusCode().value()).isEqualTo(200);
            assertThat(http.list()).isEmpty();
            var made = (WebhooksController.Made)
                    Objects.requireNonNull(http.add(false, request).getBody());
            assertThat(made.webhook().events()).containsExactly("job.succeeded");
            assertThat(made.secret()).isEqualTo(http.secret(receiver.url("/")).secret());
            assertThat(http.list()).containsExactly(made.webhook());
            http.remove(made.webhook().id(), true);
            assertThat(http.list()).hasSize(1);
            http.remove(made.webhook().id(), false);
            assertThat(http.list()).isEmpty();
            assertThatThrownBy(() -> http.remove(made.webhook().id(), false)).isInstanceOf(ProblemException.class);
            assertThatThrownBy(() ->
                            http.add(false, new WebhooksController.NewWebhook(receiver.url("/"), List.of("job.x"))))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("job.x");
        }
    }

    /// The example of standardwebhooks.com.
    @Test
    void signatures_are_those_of_the_standard() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(Signature.of(secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void a_key_is_made_once() throws IOException {
        var file = folder.resolve("webhook.key");
        assertThat(Signature.at(file).secret("a"))
                .isEqualTo(Signature.at(file).secret("a"))
                .startsWith("whsec_");
        assertThat(java.nio.file.Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }
}
