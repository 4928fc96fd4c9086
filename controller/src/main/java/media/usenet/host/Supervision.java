package media.usenet.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// The shell that a started program runs below. It leads the session, dies with the controller and takes the
/// program with it, and after the program's end prints the processor time of the tree, which the kernel tells
/// nobody else.
final class Supervision implements Consumer<String> {

    // The newline ends a last line that the program left open.
    private static final String SCRIPT = "setpriv --pdeathsig KILL -- \"$@\"; code=$?;"
            + " printf '\\n%s\\n' \"$USENET_PROGRAM\" >&2; times >&2; exit $code";
    private static final Pattern TIME = Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s");

    private final String mark = UUID.randomUUID().toString();
    private final Consumer<String> onErrorLine;
    private final List<String> times = new ArrayList<>();
    private int emptyLines;
    private boolean over;

    Supervision(Consumer<String> onErrorLine) {
        this.onErrorLine = onErrorLine;
    }

    String mark() {
        return mark;
    }

    static List<String> argv(List<String> program) {
        var argv = new ArrayList<>(
                List.of("setpriv", "--pdeathsig", "KILL", "--", "setsid", "--", "sh", "-c", SCRIPT, "sh"));
        argv.addAll(program);
        return List.copyOf(argv);
    }

    /// Hands on the program's lines of standard error, and keeps the shell's.
    @Override
    public void accept(String line) {
        if (over) {
            times.add(line);
        } else if (line.equals(mark)) {
            over = true;
            emptyLines = Math.max(0, emptyLines - 1);
            handOnEmptyLines();
        } else if (line.isEmpty()) {
            emptyLines++;
        } else {
            handOnEmptyLines();
            onErrorLine.accept(line);
        }
    }

    /// To be called when there are no more lines.
    void end() {
        handOnEmptyLines();
    }

    private void handOnEmptyLines() {
        for (; emptyLines > 0; emptyLines--) {
            onErrorLine.accept("");
        }
    }

    /// Of the program and all it waited for; zero when the shell did not live to tell.
    Duration cpu() {
        // The second line is about the shell's children (POSIX, times).
        return times.size() < 2 ? Duration.ZERO : cpu(times.get(1));
    }

    static Duration cpu(String times) {
        return TIME.matcher(times)
                .results()
                .map(time -> Duration.ofMinutes(Long.parseLong(time.group(1)))
                        .plusSeconds(Long.parseLong(time.group(2)))
                        .plusNanos(nanos(time.group(3))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long nanos(String fraction) {
        return Long.parseLong((fraction + "000000000").substring(0, 9));
    }
}
