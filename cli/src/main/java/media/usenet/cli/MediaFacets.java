package media.usenet.cli;

import java.util.List;

/// `usenet media facets`: how many files there are of each kind.
final class MediaFacets implements Command {

    private static final int MOST_VALUES = 8;

    @Override
    public Manual manual() {
        return MediaFilter.options(
                        new Manual("facets", "how many files there are of each resolution, codec, language ..."))
                .example("usenet media facets", "the whole library")
                .example("usenet media facets --codec h264 --json | jq .facets.resolution", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(MediaFilter.query(given).with("size", "0"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject page) {
        var screen = session.screen();
        var facets = page.object("facets");
        var table = new Table(
                Column.whole("FACET"), Column.text("VALUE", 1), Column.number("FILES"), Column.number("SIZE"));
        for (var facet : facets.keys()) {
            rows(table, facet, facets.objects(facet));
        }
        screen.table(table);
        session.hint("");
        session.hint(page.text("total", "?") + " files, " + Figures.bytes(page.number("bytes", 0)));
    }

    private static void rows(Table table, String facet, List<JsonObject> values) {
        var label = LogText.harmless(facet);
        for (var value : values.subList(0, Math.min(values.size(), MOST_VALUES))) {
            table.row(
                    new Cell(label, Tone.PLAIN),
                    Cell.of(value.text("value")),
                    Cell.of(value.text("files")),
                    Cell.of(Figures.bytes(value.number("bytes", 0))));
            label = "";
        }
        if (values.size() > MOST_VALUES) {
            table.row(
                    new Cell("", Tone.PLAIN),
                    Cell.of((values.size() - MOST_VALUES) + " more"),
                    Cell.of(null),
                    Cell.of(null));
        }
    }
}
