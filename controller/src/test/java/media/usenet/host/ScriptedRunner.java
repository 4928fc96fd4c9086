package media.usenet.host;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Answers commands from a script, and remembers them. A command that is not in the script fails the test by name.
public final class ScriptedRunner implements ProcessRunner {

    private final Map<String, Outcome> script = new LinkedHashMap<>();
    private final List<String> ran = new ArrayList<>();

    /// @param command the argument list, joined by spaces
    public ScriptedRunner on(String command, Outcome outcome) {
        script.put(command, outcome);
        return this;
    }

    public ScriptedRunner on(String command) {
        return on(command, new Outcome.Exited(0, "", ""));
    }

    /// What was run so far, in order.
    public synchronized List<String> ran() {
        return List.copyOf(ran);
    }

    @Override
    public synchronized Outcome run(Command command, Consumer<String> onErrorLine) {
        ran.add(command.toString());
        var outcome = script.get(command.toString());
        if (outcome == null) {
            throw new AssertionError("not in the script: " + command);
        }
        if (outcome instanceof Outcome.Exited exited) {
            exited.stderr().lines().forEach(onErrorLine);
        }
        return outcome;
    }
}
