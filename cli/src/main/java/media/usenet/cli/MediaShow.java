package media.usenet.cli;

/// `usenet media show`: all that the library knows of one file.
final class MediaShow implements Command {

    @Override
    public Manual manual() {
        return new Manual("show", "all that the library knows of one file")
                .about("FILE is a number, as usenet media list shows it, or a path.")
                .words("FILE", "0..1")
                .example("usenet media show 17", "one file")
                .example("usenet media show film.mkv --json | jq .facts", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var file = given.word("FILE", "usenet media show");
        var query = file.matches("[0-9]{1,18}")
                ? new Query("/v1/library/files/" + file)
                : new Query("/v1/library/file").with("path", MediaSource.path(file));
        var answer = session.controller().get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject file) {
        screen.paragraph("File      ", file.text("path", "?"));
        screen.paragraph("Slot      ", slot(file));
        screen.line("Size      " + Figures.bytes(file.number("bytes", 0)) + links(file));
        screen.line("Modified  " + file.text("modified", "?"));
        screen.line("Status    " + MediaText.words(file.text("status", "?"))
                + (file.has("probed") ? ", looked into " + file.text("probed") : ""));
        if (file.has("trouble")) {
            screen.paragraph("          ", file.text("trouble", ""));
        }
        if (file.has("facts")) {
            MediaStreams.show(screen, file.object("facts"), MediaText.length(file));
        }
    }

    private static String slot(JsonObject file) {
        return file.text("slot") + ", " + file.text("area", "?")
                + (file.text("presence", "").equals("unknown")
                        ? "; it is not there, last seen " + file.text("seen", "?")
                        : "");
    }

    private static String links(JsonObject file) {
        var links = Math.round(file.number("links", 1));
        return links > 1 ? ", its bytes have " + links + " names" : "";
    }
}
