package media.usenet.formats;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import media.usenet.naming.ReleaseParser;

/// What it costs to hold a name against every custom format of a guide, beside plain `java.util.regex` with the same
/// expressions one after the other, in turns. The arguments are the guide's folder and a file of names, one a line:
///
///     ./mvnw -q -pl controller test-compile dependency:build-classpath -Dmdep.outputFile=target/test.classpath &&
///     "$(./mvnw --jdk-home)/bin/java" -cp "controller/target/test-classes:controller/target/classes:$(cat \
///         controller/target/test.classpath)" media.usenet.formats.QualityBenchmark GUIDE NAMES
public final class QualityBenchmark {

    private static final int ROUNDS = 15;
    private static final int HOSTILE = 1 << 10;

    private long found;

    private QualityBenchmark() {}

    public static void main(String[] args) throws IOException {
        var names = Files.readAllLines(Path.of(args[1]));
        for (var application : Application.values()) {
            new QualityBenchmark().run(new GuideFolder(Path.of(args[0])).read(application), names);
        }
    }

    private void run(Guide guide, List<String> names) {
        var facts = names.stream()
                .map(name ->
                        ReleaseFactsReader.read(guide.application(), name, ReleaseParser.parse(name), Seen.NOTHING))
                .toList();
        var patterns = plain(guide);
        var mine = new ArrayList<Long>();
        var plain = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS; round++) {
            mine.add(cost(() -> facts.forEach(
                    one -> found += guide.book().match(one).matched().size())));
            plain.add(cost(() -> names.forEach(name -> plainly(patterns, name))));
        }
        System.out.printf(
                "%s: %d formats, %d expressions, %d names%n",
                guide.application(), guide.book().formats().size(), guide.book().expressions(), names.size());
        print("all formats, this", mine, names.size());
        print("all expressions, plain", plain, names.size());
        System.out.printf(
                "%-32s %10.1f µs%n",
                "its worst name",
                facts.stream().mapToLong(one -> least(guide, one)).max().orElse(0) / 1e3);
        for (var piece : List.of("a", "[", "web-dl.", "German.", "1999.BluRay.", "remux ", "-EVO")) {
            var name = piece.repeat(HOSTILE / piece.length());
            var hostile = ReleaseFactsReader.read(guide.application(), name, ReleaseParser.parse("a"), Seen.NOTHING);
            System.out.printf("%-32s %10.1f µs%n", "1 KiB of " + piece, least(guide, hostile) / 1e3);
        }
    }

    private static List<Pattern> plain(Guide guide) {
        var all = new ArrayList<Pattern>();
        for (var text : Condition.Text.values()) {
            all.addAll(guide.book().expressions(text).patterns());
        }
        return all;
    }

    private void plainly(List<Pattern> patterns, String name) {
        for (var pattern : patterns) {
            found += pattern.matcher(name).find() ? 1 : 0;
        }
    }

    private long least(Guide guide, ReleaseFacts facts) {
        long least = Long.MAX_VALUE;
        for (int run = 0; run < 9; run++) {
            least = Math.min(
                    least,
                    cost(() -> found += guide.book().match(facts).matched().size()));
        }
        return least;
    }

    private static long cost(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - start;
    }

    private static void print(String what, List<Long> nanos, int names) {
        double median =
                nanos.stream().sorted().skip(nanos.size() / 2).findFirst().orElseThrow() / (double) names;
        System.out.printf("%-32s %10.1f µs a name, %,.0f names/s%n", what, median / 1e3, 1e9 / median);
    }
}
