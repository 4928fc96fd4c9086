package media.usenet.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import media.usenet.database.Database;
import media.usenet.fetch.Sender;
import org.jspecify.annotations.Nullable;

/// The rows of webhooks and of the messages to them.
final class WebhookRows {

    private static final int LONGEST_FAILURE = 1_000;
    private static final String DELIVERIES = """
            select d.*, w.url from webhook_deliveries d join webhooks w on w.id = d.webhook
            """;

    private final Database database;

    WebhookRows(Database database) {
        this.database = database;
    }

    Instant now() {
        return database.now();
    }

    Webhook add(String url, List<String> kinds) {
        var id = "hook_" + UUID.randomUUID().toString().replace("-", "");
        database.change(db -> db.sql("""
                        insert into webhooks (id, url, events, created_ms) values (:id, :url, :events, :now)""")
                .param("id", id)
                .param("url", url)
                .param("events", ",%s,".formatted(String.join(",", kinds)))
                .param("now", now().toEpochMilli())
                .update());
        return find(id).orElseThrow();
    }

    Optional<Webhook> find(String id) {
        return database.read(db -> db.sql("select * from webhooks where id = :id")
                .param("id", id)
                .query((row, _) -> webhook(row))
                .optional());
    }

    /// Those that are told of all jobs, the oldest first.
    List<Webhook> all() {
        return database.read(db -> db.sql("select * from webhooks where job is null order by created_ms, id")
                .query((row, _) -> webhook(row))
                .list());
    }

    void remove(String id) {
        database.change(db ->
                db.sql("delete from webhooks where id = :id").param("id", id).update());
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                row.getString("id"),
                row.getString("url"),
                Arrays.stream(row.getString("events").split(",", -1))
                        .filter(kind -> !kind.isEmpty())
                        .map(Message::event)
                        .toList(),
                row.getString("job"),
                Instant.ofEpochMilli(row.getLong("created_ms")),
                instant(row, "failing_ms"),
                row.getString("stopped"));
    }

    /// Addresses to which something is to be sent now.
    List<String> dueAddresses() {
        return database.read(db -> db.sql("""
                        select distinct w.url from webhook_deliveries d join webhooks w on w.id = d.webhook
                        where d.state = 'pending' and d.due_ms <= :now""")
                .param("now", now().toEpochMilli())
                .query(String.class)
                .list());
    }

    Optional<Delivery> due(String url) {
        return database.read(db -> db.sql(DELIVERIES + """
                        where d.state = 'pending' and d.due_ms <= :now and w.url = :url order by d.due_ms, d.id limit 1""")
                .param("now", now().toEpochMilli())
                .param("url", url)
                .query((row, _) -> delivery(row))
                .optional());
    }

    Optional<Delivery> delivery(String id) {
        return database.read(db -> db.sql(DELIVERIES + "where d.id = :id")
                .param("id", id)
                .query((row, _) -> delivery(row))
                .optional());
    }

    /// The latest first.
    ///
    /// @param webhook null for all, as the others
    List<Delivery> deliveries(@Nullable String webhook, @Nullable String job, @Nullable String state, int most) {
        return database.read(db -> db.sql(DELIVERIES + """
                        where (:webhook = '' or d.webhook = :webhook) and (:job = '' or d.job = :job)
                            and (:state = '' or d.state = :state)
                        order by d.at_ms desc, d.id desc limit :most""")
                .param("webhook", webhook == null ? "" : webhook)
                .param("job", job == null ? "" : job)
                .param("state", state == null ? "" : state)
                .param("most", most)
                .query((row, _) -> delivery(row))
                .list());
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        var state = row.getString("state");
        return new Delivery(
                row.getString("id"),
                row.getString("webhook"),
                row.getString("url"),
                row.getString("job"),
                Message.event(row.getString("kind")),
                Instant.ofEpochMilli(row.getLong("at_ms")),
                state,
                row.getInt("attempts"),
                state.equals("pending") ? instant(row, "due_ms") : null,
                instant(row, "tried_ms"),
                number(row, "took_ms"),
                row.getString("body"),
                Optional.ofNullable(number(row, "status")).map(Long::intValue).orElse(null),
                row.getString("answer"),
                row.getString("failure"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var millis = number(row, column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    void body(String delivery, String body) {
        database.change(db -> db.sql("update webhook_deliveries set body = :body where id = :id")
                .param("body", body)
                .param("id", delivery)
                .update());
    }

    /// What came of an attempt.
    ///
    /// @param next when it is tried again; empty when it is not
    record Tried(
            boolean taken,
            Optional<Sender.Answer> answer,
            @Nullable String failure,
            Duration took,
            Optional<Duration> next,
            @Nullable String stopped) {}

    void tried(Delivery delivery, Tried tried) {
        database.change(db -> {
            var now = now();
            db.sql("""
                    update webhook_deliveries set state = :state, attempts = attempts + 1, due_ms = :due, tried_ms = :now,
                        took_ms = :took, status = :status, answer = :answer, failure = :failure where id = :id""")
                    .param("state", tried.taken() ? "delivered" : tried.next().isPresent() ? "pending" : "dead")
                    .param("due", now.plus(tried.next().orElse(Duration.ZERO)).toEpochMilli())
                    .param("now", now.toEpochMilli())
                    .param("took", tried.took().toMillis())
                    .param("status", tried.answer().map(Sender.Answer::status).orElse(null), java.sql.Types.INTEGER)
                    // PostgreSQL holds no zero byte in a text.
                    .param(
                            "answer",
                            tried.answer()
                                    .map(answer -> answer.text().replace("\0", ""))
                                    .orElse(null))
                    .param("failure", shortened(tried.failure()))
                    .param("id", delivery.id())
                    .update();
            db.sql("""
                    update webhooks set failing_ms = case when :taken = 1 then null else coalesce(failing_ms, :now) end,
                        stopped = :stopped where id = :webhook""")
                    .param("taken", tried.taken() ? 1 : 0)
                    .param("now", now.toEpochMilli())
                    .param("stopped", tried.stopped())
                    .param("webhook", delivery.webhook())
                    .update();
            if (tried.stopped() != null) {
                db.sql("update webhook_deliveries set state = 'dead' where webhook = :webhook and state = 'pending'")
                        .param("webhook", delivery.webhook())
                        .update();
            }
        });
    }

    private static @Nullable String shortened(@Nullable String failure) {
        return failure == null || failure.length() <= LONGEST_FAILURE ? failure : failure.substring(0, LONGEST_FAILURE);
    }

    /// Sends it once more, now, with all its attempts, and to an address that was given up too.
    void again(Delivery delivery) {
        database.change(db -> {
            db.sql("update webhook_deliveries set state = 'pending', attempts = 0, due_ms = :now where id = :id")
                    .param("now", now().toEpochMilli())
                    .param("id", delivery.id())
                    .update();
            db.sql("update webhooks set stopped = null, failing_ms = null where id = :webhook")
                    .param("webhook", delivery.webhook())
                    .update();
        });
    }

    int forget(Instant before) {
        return database.write(
                db -> db.sql("delete from webhook_deliveries where at_ms < :before and state <> 'pending'")
                        .param("before", before.toEpochMilli())
                        .update());
    }
}
