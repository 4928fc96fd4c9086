package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// `usenet backup policy|schedule`: what is kept, and when backups are made.
final class BackupPolicy implements Command {

    private static final String[] KEEPS = {"last", "daily", "weekly", "monthly", "yearly"};

    private final boolean schedule;

    private BackupPolicy(boolean schedule) {
        this.schedule = schedule;
    }

    static BackupPolicy policy() {
        return new BackupPolicy(false);
    }

    static BackupPolicy schedule() {
        return new BackupPolicy(true);
    }

    @Override
    public Manual manual() {
        if (schedule) {
            return new Manual("schedule", "when backups are made next; or changes it")
                    .words("[POLICY]", "0..1")
                    .option("--at", "TIME", "time of day, such as 03:30")
                    .option("--days", "DAYS", "only on these, with commas between: monday,thursday")
                    .flag("--off", "only when asked")
                    .example("usenet backup schedule nightly --at 04:00", "an hour for it")
                    .exits(BackupAsk.exits());
        }
        var manual = new Manual("policy", "what is kept for how long; or changes it").words("[POLICY]", "0..1");
        for (var keep : KEEPS) {
            manual.option("--keep-" + keep, "N", "how many to keep: " + keep);
        }
        return manual.example("usenet backup policy nightly --keep-weekly 8", "two months of weeks")
                .exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        var body = body(given);
        if (body == null) {
            return show(session);
        }
        var policy = BackupAsk.first(given);
        var name = policy == null ? "nightly" : policy;
        if (session.dryRun()) {
            return BackupAsk.dry(session, "change the policy " + name);
        }
        var query = BackupAsk.query("/policies/" + Query.escaped(name));
        var answer =
                session.controller().whole("PUT", query, body, session.around().patience());
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            session.screen().table(row(table(), answer.json()));
        }
        return Exit.DONE.code;
    }

    private @Nullable String body(Given given) {
        if (schedule) {
            var at = given.flag("--off") ? "off" : given.text("--at");
            var days = BackupAsk.list(given, "--days");
            return at == null && days == null ? null : JsonWriting.object("at", at, "days", days);
        }
        var pairs = new java.util.ArrayList<@Nullable Object>();
        boolean any = false;
        for (var keep : KEEPS) {
            var number = BackupAsk.number(given, "--keep-" + keep);
            any |= number != null;
            pairs.add(keep);
            pairs.add(number);
        }
        return any ? JsonWriting.object(pairs.toArray()) : null;
    }

    private int show(Session session) {
        var answer = session.controller().get(BackupAsk.query(schedule ? "/schedule" : "/policies"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var table = schedule
                ? new Table(
                        Column.whole("POLICY"), Column.whole("LAST"), Column.whole("NEXT"), Column.text("DRILL DUE", 1))
                : table();
        for (var policy : answer.json().objects("policies")) {
            if (schedule) {
                table.row(
                        Cell.of(policy.text("policy")),
                        Cell.of(when(policy.text("lastRun"))),
                        Cell.of(when(policy.text("next"))),
                        Cell.of(when(policy.text("drillDue"))));
            } else {
                row(table, policy);
            }
        }
        session.screen().table(table);
        return Exit.DONE.code;
    }

    private static @Nullable String when(@Nullable String time) {
        return time == null ? null : BackupList.when(time);
    }

    private static Table table() {
        return new Table(
                Column.whole("POLICY"),
                Column.whole("TYPE"),
                Column.whole("AT"),
                Column.text("KEEPS", 2),
                Column.text("TO", 1));
    }

    private static Table row(Table table, JsonObject policy) {
        var keeps = new StringBuilder();
        for (var keep : KEEPS) {
            long number = Math.round(policy.object("keep").number(keep, 0));
            if (number > 0) {
                keeps.append(keeps.isEmpty() ? "" : ", ")
                        .append(number)
                        .append(' ')
                        .append(keep);
            }
        }
        var days = String.join(",", policy.texts("days"));
        table.row(
                Cell.of(policy.text("name")),
                Cell.of(policy.text("type")),
                Cell.of(policy.has("at") ? policy.text("at") + (days.isEmpty() ? "" : " " + days) : null),
                Cell.of(keeps.toString()),
                Cell.of(String.join(", ", policy.texts("destinations"))));
        return table;
    }
}
