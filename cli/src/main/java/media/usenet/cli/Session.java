package media.usenet.cli;

import java.time.InstantSource;

/// One run of the program: what holds for every command.
final class Session {

    private final Surroundings around;
    private final Given given;
    private final Screen screen;
    private final Notes notes;

    Session(Surroundings around, Given given, Notes notes) {
        this.around = around;
        this.given = given;
        this.notes = notes;
        var noColor = around.environment().get("NO_COLOR");
        boolean coloured = around.terminal().out()
                && !given.flag("--no-color")
                && (noColor == null || noColor.isEmpty())
                && !"dumb".equals(around.environment().get("TERM"));
        this.screen = new Screen(around.out(), around.terminal(), coloured);
    }

    Controller controller() {
        var whereabouts = new Whereabouts(around.environment(), around.run(), given.text("--controller"));
        return new Controller(whereabouts, around.patience(), notes);
    }

    Screen screen() {
        return screen;
    }

    Surroundings around() {
        return around;
    }

    InstantSource clock() {
        return around.clock();
    }

    boolean json() {
        return given.flag("--json");
    }

    boolean quiet() {
        return given.flag("--quiet");
    }

    boolean dryRun() {
        return given.flag("--dry-run");
    }

    boolean yes() {
        return given.flag("--yes");
    }

    /// Whether what is said while work goes on can be rewritten in place.
    boolean rewrites() {
        return around.terminal().err() && !"dumb".equals(around.environment().get("TERM"));
    }

    /// Something to know or to do next, unless only answers are wanted.
    void hint(String text) {
        if (!quiet()) {
            screen.line(text);
        }
    }

    /// Something to know while the answer is not there yet, unless only answers are wanted.
    void note(String text) {
        if (!quiet() && !json()) {
            around.err().print(text + "\n");
            around.err().flush();
        }
    }

    void warn(String text) {
        notes.warn(text);
    }
}
