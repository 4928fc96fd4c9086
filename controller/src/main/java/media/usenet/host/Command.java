package media.usenet.host;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One program to run: an argument list, never a shell string; variables added to its environment; and how long it may
/// take.
public record Command(List<String> argv, Map<String, String> environment, Duration timeout) {

    public Command {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("argv is empty");
        }
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
    }

    public static Command of(Duration timeout, String... argv) {
        return new Command(List.of(argv), Map.of(), timeout);
    }

    public static Command of(Duration timeout, List<String> argv) {
        return new Command(argv, Map.of(), timeout);
    }

    public Command with(String variable, String value) {
        var more = new LinkedHashMap<>(environment);
        more.put(variable, value);
        return new Command(argv, more, timeout);
    }

    public String program() {
        return argv.getFirst();
    }

    @Override
    public String toString() {
        return String.join(" ", argv);
    }
}
