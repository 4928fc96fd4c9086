package media.usenet.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How long after a request is sent its FFmpeg starts, and where that time goes.
final class StartFigure {

    private static final int RUNS = 50;
    private static final double MILLIS = 1e6;
    private static final List<String> STEPS =
            List.of("attempt ", "phase probing", "phase encoding", MeasuredController.STARTED);

    private final MeasuredController controller;

    StartFigure(MeasuredController controller) {
        this.controller = controller;
    }

    void print() throws IOException, InterruptedException {
        System.out.printf("%nms after POST, p50 (p99) of %d | accepted | %s%n", RUNS, String.join(" | ", STEPS));
        var clip = Clips.film(controller.media().resolve("short.mkv"), 1, "320x180", 25);
        var copies = new ArrayList<Path>();
        for (int run = 0; run < RUNS; run++) {
            copies.add(Files.copy(clip, clip.resolveSibling("copy-%d.mkv".formatted(run))));
        }
        print("never seen before", copies);
        copies.forEach(this::forget);
        print("looked at before", Collections.nCopies(RUNS, clip));
    }

    private void forget(Path copy) {
        copy.toFile().delete();
    }

    private void print(String title, List<Path> films) throws IOException, InterruptedException {
        Map<String, List<Double>> after = new LinkedHashMap<>();
        for (var film : films) {
            var start = Instant.now();
            var job = controller.submit(film.toString(), Map.of());
            add(after, "accepted", start, Instant.now());
            controller.end(job);
            for (var line : controller.log(job).lines().toList()) {
                step(after, start, line);
            }
        }
        var row = new StringBuilder(title);
        after.values()
                .forEach(all -> row.append(
                        " | %.0f (%.0f)".formatted(Figures.quantile(all, 0.5), Figures.quantile(all, 0.99))));
        System.out.println(row);
    }

    private static void step(Map<String, List<Double>> after, Instant start, String line) {
        var text = line.substring(line.indexOf(' ') + 1);
        STEPS.stream().filter(text::startsWith).forEach(step -> add(after, step, start, at(line, text)));
    }

    private static Instant at(String line, String text) {
        return text.startsWith(MeasuredController.STARTED)
                ? Instant.EPOCH.plusNanos(Long.parseLong(text.substring(MeasuredController.STARTED.length())))
                : Instant.parse(line.substring(0, line.indexOf(' ')));
    }

    private static void add(Map<String, List<Double>> after, String step, Instant start, Instant at) {
        after.computeIfAbsent(step, _ -> new ArrayList<>())
                .add(Duration.between(start, at).toNanos() / MILLIS);
    }
}
