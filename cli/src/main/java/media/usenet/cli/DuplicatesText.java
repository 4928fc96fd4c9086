package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// What is found, planned and taken, as people read it.
final class DuplicatesText {

    private DuplicatesText() {}

    static void groups(Session session, JsonObject survey) {
        var groups = survey.objects("groups");
        if (groups.isEmpty()) {
            session.hint("no duplicates among " + Math.round(survey.number("files", 0)) + " files");
            return;
        }
        var table = new Table(
                Column.whole("GROUP"),
                Column.whole("WHAT"),
                Column.number("FILES"),
                Column.number("SIZE"),
                Column.number("FREES"),
                Column.whole("SURE"),
                Column.text("TITLE", 1));
        double frees = 0;
        for (var group : groups) {
            frees += group.number("freedBytes", 0);
            table.row(
                    Cell.of(group.text("id")),
                    Cell.word(group.text("kind")),
                    Cell.of(Integer.toString(group.objects("members").size())),
                    Cell.figure(group, "bytes", true),
                    Cell.figure(group, "freedBytes", true),
                    Cell.word(group.text("confidence")),
                    Cell.of(group.text("title")));
        }
        session.screen().table(table);
        session.hint("");
        session.hint("what is recommended would free " + Figures.bytes(frees) + "; why: " + DuplicatesAct.COMMAND
                + " show GROUP");
    }

    static void group(Session session, JsonObject group) {
        var screen = session.screen();
        screen.line(screen.toned(Tone.STRONG, LogText.harmless(group.text("title", "?"))) + "  "
                + group.text("kind", "?").toLowerCase(Locale.ROOT).replace('_', ' ') + ", "
                + group.text("confidence", "?").toLowerCase(Locale.ROOT));
        for (var member : group.objects("members")) {
            screen.paragraph(
                    "  " + member.text("file", "?") + "  ",
                    word(member.text("advice", "?")) + "  "
                            + Cell.figure(member, "bytes", true).text() + "  " + member.text("path", "?"));
            member.texts("because").forEach(because -> screen.paragraph("      ", LogText.harmless(because)));
        }
        var pairs = group.objects("pairs");
        for (var pair : pairs) {
            screen.paragraph(
                    "  " + pair.text("first", "?") + " and " + pair.text("second", "?") + ": ",
                    LogText.harmless(String.join("; ", pair.texts("because"))));
        }
        if (!pairs.isEmpty()) {
            var pair = pairs.getFirst();
            session.hint("  look: " + DuplicatesAct.COMMAND + " compare " + pair.text("first", "?") + " "
                    + pair.text("second", "?") + " --picture pair.jpg");
        }
        session.hint("  next: " + DuplicatesAct.COMMAND + " plan " + group.text("id", "GROUP"));
    }

    private static String word(String advice) {
        return switch (advice) {
            case "KEEP" -> "keep";
            case "LINK" -> "link";
            case "TAKE_COPY" -> "take away, a copy";
            case "TAKE_WORSE" -> "take away, another is better";
            case "COMPARE" -> "compare first";
            case "ASK" -> "you decide";
            default -> advice;
        };
    }

    static void plans(Screen screen, List<JsonObject> plans) {
        var table = new Table(
                Column.whole("PLAN"),
                Column.whole("STATE"),
                Column.number("FILES"),
                Column.number("FREES"),
                Column.text("MADE", 1));
        for (var plan : plans) {
            int files = plan.objects("acts").size() + plan.objects("entries").size();
            table.row(
                    Cell.of(plan.text("id")),
                    Cell.word(plan.text("state")),
                    Cell.of(Integer.toString(files)),
                    Cell.figure(plan, "freedBytes", true),
                    Cell.of(plan.text("made")));
        }
        screen.table(table);
    }

    static void plan(Session session, JsonObject plan) {
        var screen = session.screen();
        var id = plan.text("id", "?");
        screen.line(screen.toned(Tone.STRONG, "plan " + id) + "  "
                + Cell.word(plan.text("state")).text());
        for (var planned : plan.objects("acts")) {
            act(screen, planned.object("act"));
            screen.paragraph("    because ", LogText.harmless(String.join("; ", planned.texts("because"))));
        }
        for (var entry : plan.objects("entries")) {
            screen.paragraph("  delete  ", place(entry.object("act").object("loser")) + " for good");
        }
        for (var left : plan.objects("left")) {
            screen.paragraph("  leave   ", LogText.harmless(left.text("path", "?") + ": " + left.text("because", "")));
        }
        for (var outcome : plan.objects("outcomes")) {
            if (!outcome.text("became", "DONE").equals("DONE")) {
                screen.paragraph(
                        "  " + Cell.word(outcome.text("became")).text() + "  ",
                        outcome.text("name", "?") + ": " + LogText.harmless(outcome.text("because", "")));
            }
        }
        for (var watched : plan.objects("watched")) {
            screen.paragraph(
                    "  watched ",
                    LogText.harmless(fileName(watched.text("file", "?")) + ": " + watched.text("text", "?")));
        }
        session.hint("  frees " + Figures.bytes(plan.number("freedBytes", 0))
                + (plan.objects("entries").isEmpty() ? " once the trash is emptied" : ""));
        if (plan.text("state", "").equals("MADE") && !session.dryRun()) {
            session.hint("  next: " + DuplicatesAct.COMMAND + " apply " + id);
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static void act(Screen screen, JsonObject act) {
        var label = switch (act.text("kind", "?")) {
            case "HARD_LINK" -> "  link    ";
            case "REFLINK" -> "  share   ";
            default -> "  trash   ";
        };
        screen.paragraph(label, place(act.object("loser")));
        screen.paragraph("    kept  ", place(act.object("kept")));
    }

    private static String place(JsonObject seen) {
        return LogText.harmless(seen.text("slot", "?") + ": " + seen.text("name", "?"));
    }

    static void comparison(Screen screen, JsonObject comparison) {
        screen.paragraph("1  ", LogText.harmless(comparison.text("first", "?")));
        screen.paragraph("2  ", LogText.harmless(comparison.text("second", "?")));
        screen.paragraph("", LogText.harmless(comparison.text("because", "?")));
        var table = new Table(
                Column.number("IN 1"), Column.number("IN 2"), Column.number("LIKENESS"), Column.whole("PICTURE"));
        for (var picture : comparison.objects("pictures")) {
            table.row(
                    Cell.of(Figures.tenths(picture.number("firstSeconds", 0)) + " s"),
                    Cell.of(Figures.tenths(picture.number("secondSeconds", 0)) + " s"),
                    Cell.of(Math.round(picture.number("likeness", 0) * 100) + " %"),
                    Cell.of(picture.flag("same") ? "the same" : "another"));
        }
        if (!table.isEmpty()) {
            screen.table(table);
        }
    }

    private static String day(String time) {
        return time.length() < 10 ? time : time.substring(0, 10);
    }

    static void trash(Session session, JsonObject trash) {
        var entries = trash.objects("entries");
        if (entries.isEmpty()) {
            session.hint("nothing is in the trash");
        } else {
            var table = new Table(
                    Column.whole("PLAN"), Column.whole("SINCE"), Column.number("SIZE"), Column.tail("FILE", 1));
            for (var entry : entries) {
                var loser = entry.object("act").object("loser");
                table.row(
                        Cell.of(entry.text("plan")),
                        Cell.of(day(entry.text("since", ""))),
                        Cell.figure(loser, "bytes", true),
                        Cell.of(place(loser)));
            }
            session.screen().table(table);
        }
        if (!trash.texts("unread").isEmpty()) {
            session.warn("not read, their drives are not there: " + String.join(", ", trash.texts("unread")));
        }
    }
}
