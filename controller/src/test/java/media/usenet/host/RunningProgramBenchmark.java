package media.usenet.host;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// From the call to the program's first act, and from its last to the caller, beside plain `ProcessBuilder`. Run by
/// hand.
final class RunningProgramBenchmark {

    private static final int RUNS = 200;
    private static final List<String> PROGRAM = List.of("date", "+%s%N");

    private final HostProcessRunner runner = new HostProcessRunner();

    private RunningProgramBenchmark() {}

    /// @param begun until the program ran
    /// @param told from then, its exit included, until the caller knew
    private record Times(long begun, long told) {}

    private interface Run {
        Times once() throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new RunningProgramBenchmark();
        System.out.printf("%-16s %12s %12s %12s%n", "microseconds", "begun p50", "told p50", "told p99");
        print("ProcessBuilder", benchmark::plain);
        print("RunningProgram", benchmark::supervised);
    }

    private static void print(String name, Run run) throws Exception {
        var all = new ArrayList<Times>();
        for (var i = 0; i < RUNS; i++) {
            all.add(run.once());
        }
        var begun = all.subList(RUNS / 10, RUNS).stream()
                .mapToLong(Times::begun)
                .sorted()
                .toArray();
        var told = all.subList(RUNS / 10, RUNS).stream()
                .mapToLong(Times::told)
                .sorted()
                .toArray();
        System.out.printf(
                "%-16s %12d %12d %12d%n",
                name, begun[begun.length / 2], told[told.length / 2], told[told.length * 99 / 100]);
    }

    private Times plain() throws Exception {
        var start = micros();
        var process = new ProcessBuilder(PROGRAM).start();
        try (var reader = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            var line = reader.readLine();
            process.waitFor();
            return times(start, line);
        }
    }

    private Times supervised() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        var start = micros();
        runner.start(Command.of(Duration.ZERO, PROGRAM), lines::add, _ -> {}).await();
        return times(start, lines.getFirst());
    }

    private static Times times(long start, String line) {
        var there = Long.parseLong(line) / 1000;
        return new Times(there - start, micros() - there);
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
