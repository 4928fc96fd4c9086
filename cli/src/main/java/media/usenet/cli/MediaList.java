package media.usenet.cli;

/// `usenet media list`: files of the library.
final class MediaList implements Command {

    @Override
    public Manual manual() {
        var manual = new Manual("list", "files of the library, filtered and sorted");
        return MediaFilter.options(manual)
                .option("--page", "N", "which page; from 1")
                .option("--size", "N", "files on a page (50)")
                .option(
                        "--sort",
                        "FIELD",
                        "name, bytes, modified, duration, bitrate, resolution, added; -FIELD the other way round",
                        "name",
                        "-bytes",
                        "-modified",
                        "-duration",
                        "-bitrate",
                        "-resolution",
                        "-added")
                .example("usenet media list --resolution 2160p --sort -bytes", "the largest of them first")
                .example("usenet media list --status broken,truncated", "what should be fetched again")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var query = MediaFilter.query(given)
                .with("page", given.text("--page"))
                .with("size", given.text("--size"))
                .with("sort", given.text("--sort"));
        var answer = session.controller().get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject page) {
        var files = page.objects("files");
        if (files.isEmpty()) {
            session.screen().line("No files.");
            session.hint("  try: usenet media scan");
            return;
        }
        var table = new Table(
                Column.number("FILE"),
                Column.number("SIZE"),
                Column.number("LENGTH"),
                Column.text("CONTENT", 4),
                Column.text("LANGUAGE", 2),
                Column.text("NAME", 3),
                Column.text("SLOT", 1));
        for (var file : files) {
            table.row(
                    Cell.of(file.text("id")),
                    Cell.of(Figures.bytes(file.number("bytes", 0))),
                    Cell.of(MediaText.length(file)),
                    Cell.of(MediaText.content(file)),
                    Cell.of(String.join(" ", file.texts("languages"))),
                    Cell.of(MediaText.name(file)),
                    Cell.of(file.text("slot") + (file.text("presence", "").equals("unknown") ? " (not there)" : "")));
        }
        session.screen().table(table);
        more(session, page);
    }

    private static void more(Session session, JsonObject page) {
        long number = Math.round(page.number("page", 1));
        long pages = Math.round(page.number("pages", 1));
        session.hint("");
        session.hint(page.text("total", "?") + " files, " + Figures.bytes(page.number("bytes", 0))
                + (pages > 1 ? "; page " + number + " of " + pages : "")
                + (number < pages ? "; next: the same with --page " + (number + 1) : ""));
    }
}
