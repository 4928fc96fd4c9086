package media.usenet.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shows what is in a media file: its format, and a line for each stream.
final class MediaStreams {

    private MediaStreams() {}

    static void show(Screen screen, JsonObject facts) {
        show(
                screen,
                facts,
                facts.has("durationMillis")
                        ? Figures.seconds(Math.round(facts.number("durationMillis", 0) / 1000))
                        : null);
    }

    /// @param length null where it is not known
    static void show(Screen screen, JsonObject facts, @Nullable String length) {
        screen.paragraph("Format    ", String.join(", ", facts.texts("formats")) + figures(facts, length));
        if (facts.number("chapters", 0) > 0) {
            screen.line("Chapters  " + facts.text("chapters"));
        }
        screen.line("");
        screen.table(streams(facts));
    }

    private static String figures(JsonObject facts, @Nullable String length) {
        return (length == null ? "" : ", " + length)
                + (facts.number("bytes", 0) > 0 ? ", " + Figures.bytes(facts.number("bytes", 0)) : "")
                + (facts.number("bitrate", 0) > 0 ? ", " + bitrate(facts) : "");
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
