package media.usenet.cli;

import java.util.List;
import java.util.Locale;

/// `usenet media probe`: what is in a media file.
final class MediaProbe implements Command {

    @Override
    public Manual manual() {
        return new Manual("probe", "what is in a film: format, streams, codecs, languages, HDR")
                .words("FILE|URL", "0..1")
                .example("usenet media probe film.mkv", "its streams")
                .example("usenet media probe https://example.org/film.mp4 --json", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var source = MediaSource.of(given.word("FILE|URL", "usenet media probe"));
        var controller = session.controller();
        var query = new Query("/v1/probe").with("dryRun", session.dryRun());
        var answer = controller.post(query, JsonWriting.object("input", source));
        if (session.dryRun()) {
            return DryRun.show(session, answer);
        }
        if (answer.accepted() || !JobText.succeeded(answer.json())) {
            return waited(session, new JobWatch(session, controller, List.of(answer.json())).follow());
        }
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json().object("result"));
        }
        return Exit.DONE.code;
    }

    /// A source that had to be fetched first.
    private static int waited(Session session, List<WatchedJob> jobs) {
        var end = jobs.getFirst().end();
        if (session.json() || end == null || !JobText.succeeded(end)) {
            return JobEnd.show(session, jobs);
        }
        show(session.screen(), end.object("result"));
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject facts) {
        screen.paragraph("Format    ", String.join(", ", facts.texts("formats")) + length(facts));
        if (facts.number("chapters", 0) > 0) {
            screen.line("Chapters  " + facts.text("chapters"));
        }
        screen.line("");
        screen.table(streams(facts));
    }

    private static String length(JsonObject facts) {
        var text = new StringBuilder();
        if (facts.has("durationMillis")) {
            text.append(", ").append(Figures.seconds(Math.round(facts.number("durationMillis", 0) / 1000)));
        }
        if (facts.number("bytes", 0) > 0) {
            text.append(", ").append(Figures.bytes(facts.number("bytes", 0)));
        }
        return text + (facts.number("bitrate", 0) > 0 ? ", " + bitrate(facts) : "");
    }

    private static Table streams(JsonObject facts) {
        var table = new Table(
                Column.number("STREAM"),
                Column.whole("KIND"),
                Column.whole("CODEC"),
                Column.text("FORM", 2),
                Column.number("BITRATE"),
                Column.text("LANGUAGE", 3),
                Column.text("TITLE", 1));
        facts.objects("video").forEach(stream -> row(table, "video", stream, picture(stream)));
        facts.objects("audio").forEach(stream -> row(table, "audio", stream, sound(stream)));
        facts.objects("subtitles").forEach(stream -> row(table, "subtitles", stream, text(stream)));
        facts.objects("pictures").forEach(stream -> row(table, "picture", stream, size(stream)));
        return table;
    }

    private static void row(Table table, String kind, JsonObject stream, String form) {
        table.row(
                Cell.of(stream.text("index")),
                Cell.of(kind),
                Cell.of(stream.text("codec")),
                Cell.of(form),
                Cell.of(stream.number("bitrate", 0) > 0 ? bitrate(stream) : null),
                Cell.of(stream.text("language")),
                Cell.of(stream.text("title")));
    }

    private static String picture(JsonObject video) {
        var hdr =
                video.object("hdr").text("kind", "SDR").toLowerCase(Locale.ROOT).replace('_', ' ');
        return size(video) + (video.has("bitDepth") ? ", " + video.text("bitDepth") + " bit" : "") + ", " + hdr;
    }

    private static String size(JsonObject picture) {
        return picture.text("width", "?") + "x" + picture.text("height", "?");
    }

    private static String sound(JsonObject audio) {
        return audio.text("layout", audio.text("channels", "?") + " channels")
                + (audio.number("sampleRate", 0) > 0 ? ", " + audio.text("sampleRate") + " Hz" : "");
    }

    private static String text(JsonObject subtitle) {
        return (subtitle.flag("bitmap") ? "pictures" : "text") + (subtitle.flag("forced") ? ", forced" : "");
    }

    private static String bitrate(JsonObject object) {
        return Math.round(object.number("bitrate", 0) / 1000) + " kbit/s";
    }
}
