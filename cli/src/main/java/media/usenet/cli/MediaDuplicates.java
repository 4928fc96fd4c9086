package media.usenet.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// `usenet media duplicates`: the same work twice, found, explained, and solved by plans that are named.
final class MediaDuplicates implements Command {

    private static final String PLACE = "/v1/duplicates";

    /// Pictures of two films are decoded before the answer.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Override
    public Manual manual() {
        return new Manual("duplicates", "the same work twice: found, explained, planned, undone")
                .about("ACTION is scan, list (the usual), show GROUP|PLAN, compare FILE FILE, plan [GROUP...], apply"
                        + " PLAN, undo PLAN, ignore FILE FILE..., interactive, or trash [empty [PLAN]]. FILE is a"
                        + " number that show tells. Nothing is taken away without a plan that was applied by its"
                        + " name; what is taken lies in the trash of its drive, and undo brings it back until"
                        + " the trash is emptied. Editions are never recommended away.")
                .words(
                        "[ACTION [NAME...]]",
                        "0..*",
                        "scan",
                        "list",
                        "show",
                        "compare",
                        "plan",
                        "apply",
                        "undo",
                        "ignore",
                        "interactive",
                        "trash")
                .flag("--pictures", "scan: lay files side by side whose names or indexes agree (seconds for each two)")
                .option("--picture", "FILE", "compare: draws it as well, into this JPEG")
                .option("--kind", "KIND", "list: identical, same_release, qualities, editions or episodes")
                .flag("--plans", "list: the plans that were made")
                .flag("--reflink", "plan: identical files share blocks, rather than become hard links")
                .option("--unasked", "WORDS", "apply: what you made sure of yourself: torrents,streams,open-files")
                .flag("--forget", "ignore: they may be duplicates again")
                .flag("--all", "trash empty: also what is in it for less than its retention")
                .example("usenet media duplicates scan --pictures", "looks for them")
                .example("usenet media duplicates compare 17 18 --picture pair.jpg", "both side by side, to look at")
                .example("usenet media duplicates plan 3fa9c1d2", "what would be done about one group")
                .example("usenet media duplicates apply p-20261121-7f3a21", "does it")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var all = given.words();
        var act = all.isEmpty() ? DuplicatesAct.LIST : DuplicatesAct.of(all.getFirst());
        var words = all.isEmpty() ? all : all.subList(1, all.size());
        act.check(words);
        return switch (act) {
            case SCAN -> ask(session, "/scan", JsonWriting.object("pictures", given.flag("--pictures")));
            case LIST -> list(session, given);
            case SHOW -> show(session, words.getFirst());
            case COMPARE -> compare(session, given, words);
            case PLAN -> plan(session, given, words);
            case APPLY -> apply(session, given, words.getFirst());
            case UNDO -> ask(session, "/plans/" + Query.escaped(words.getFirst()) + "/undo", null);
            case IGNORE -> ignore(session, given, words);
            case INTERACTIVE -> new DuplicatesTalk(session).run();
            case TRASH -> trash(session, given, words);
        };
    }

    private static int list(Session session, Given given) {
        boolean plans = given.flag("--plans");
        var kind = given.text("--kind");
        var query = new Query(PLACE + (plans ? "/plans" : ""))
                .with("kind", kind == null || plans ? null : kind.toUpperCase(Locale.ROOT));
        var answer = session.controller().get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else if (plans) {
            DuplicatesText.plans(session.screen(), answer.json().objects("plans"));
        } else {
            DuplicatesText.groups(session, answer.json());
        }
        return Exit.DONE.code;
    }

    /// Plans are named by what they do and their day, groups by eight digits.
    private static int show(Session session, String name) {
        boolean plan = name.startsWith("p-") || name.startsWith("e-");
        var answer = session.controller().get(new Query(PLACE + (plan ? "/plans/" : "/groups/") + Query.escaped(name)));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else if (plan) {
            DuplicatesText.plan(session, answer.json());
        } else {
            DuplicatesText.group(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static int compare(Session session, Given given, List<String> words) {
        long first = number(words.get(0));
        long second = number(words.get(1));
        var name = given.text("--picture");
        var picture = name == null ? null : new PictureFile(session, name);
        if (picture != null) {
            picture.requireWritable(
                    "%s compare %d %d --picture %s --yes".formatted(DuplicatesAct.COMMAND, first, second, name));
        }
        var body = JsonWriting.object("first", first, "second", second);
        var answer = session.controller().whole("POST", new Query(PLACE + "/compare"), body, PATIENCE);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            DuplicatesText.comparison(session.screen(), answer.json());
        }
        if (picture != null && session.dryRun()) {
            session.hint("would write " + name);
        } else if (picture != null) {
            picture.write(
                    new Query(PLACE + "/compare/picture")
                            .with("first", words.get(0))
                            .with("second", words.get(1)),
                    PATIENCE);
        }
        return Exit.DONE.code;
    }

    private static int plan(Session session, Given given, List<String> groups) {
        var body = JsonWriting.object("groups", groups, "reflink", given.flag("--reflink"));
        var query = new Query(PLACE + "/plans").with("dryRun", session.dryRun());
        return planned(session, session.controller().post(query, body));
    }

    private static int planned(Session session, Answer answer) {
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            DuplicatesText.plan(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static int apply(Session session, Given given, String plan) {
        if (plan.startsWith("e-") && !session.dryRun() && !session.yes()) {
            Confirmation.ask(
                    session,
                    "what plan " + LogText.harmless(plan) + " empties from the trash is gone for good",
                    DuplicatesAct.COMMAND + " apply " + plan + " --yes");
        }
        var unasked = given.text("--unasked");
        var body = JsonWriting.object("unasked", unasked == null ? List.of() : List.of(unasked.split(",")));
        return ask(session, "/plans/" + Query.escaped(plan) + "/apply", body);
    }

    private static int ignore(Session session, Given given, List<String> words) {
        var files = words.stream().map(MediaDuplicates::number).toList();
        boolean forget = given.flag("--forget");
        var answer = session.controller()
                .post(
                        new Query(PLACE + "/ignore").with("dryRun", session.dryRun()),
                        JsonWriting.object("files", files, "forget", forget));
        if (session.dryRun()) {
            return DryRun.show(session, answer);
        }
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            session.hint(forget ? "they may be duplicates again" : "remembered: they are no duplicates");
        }
        return Exit.DONE.code;
    }

    private static int trash(Session session, Given given, List<String> words) {
        if (words.isEmpty()) {
            var answer = session.controller().get(new Query(PLACE + "/trash"));
            if (session.json()) {
                session.screen().unchanged(answer.text());
            } else {
                DuplicatesText.trash(session, answer.json());
            }
            return Exit.DONE.code;
        }
        if (!words.getFirst().equals("empty")) {
            throw DuplicatesAct.misused(
                    "'" + words.getFirst() + "' is not known to " + DuplicatesAct.COMMAND + " trash");
        }
        var body = JsonWriting.object("plan", words.size() > 1 ? words.get(1) : null, "all", given.flag("--all"));
        var query = new Query(PLACE + "/trash/plans").with("dryRun", session.dryRun());
        return planned(session, session.controller().post(query, body));
    }

    private static long number(String word) {
        return Amount.number("FILE", word);
    }

    static int ask(Session session, String place, @Nullable String body) {
        var controller = session.controller();
        var answer =
                controller.whole("POST", new Query(PLACE + place).with("dryRun", session.dryRun()), body, PATIENCE);
        return answer.accepted()
                ? new Operation(session, controller, answer.json()).watch()
                : DryRun.show(session, answer);
    }
}
