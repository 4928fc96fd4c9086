package media.usenet.transcode;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/// How long after a job is cancelled it is, with its FFmpeg gone, in each of its phases; and what is left behind.
final class CancelFigure {

    private static final int RUNS = 25;
    private static final int BLOCKERS = 4;
    private static final long MANY_BYTES = 1_000_000_000;
    private static final double MILLIS = 1e6;

    private final MeasuredController controller;
    private final Random random = new Random(1);
    private final List<String> cancelled = new ArrayList<>();

    CancelFigure(MeasuredController controller) {
        this.controller = controller;
    }

    /// Submits a job, and returns when it is where it is to be cancelled.
    private interface Reaching {
        String job() throws IOException, InterruptedException;
    }

    void print() throws IOException, InterruptedException {
        System.out.printf("%n| cancelled while | of | ms p50 | most | under a second | ended otherwise |%n");
        System.out.println("|---|---|---|---|---|---|");
        var film = Clips.film(controller.media().resolve("long.mkv"), 60, "1280x720", 25);
        queued(film);
        downloading();
        row("encoding", () -> encoding(film));
        var large = large();
        row("publishing", () -> in("publishing", controller.submit(large.toString(), Map.of("video_codec", "copy"))));
        System.out.println("left behind: " + leftOver());
    }

    private void queued(Path film) throws IOException, InterruptedException {
        var blockers = new ArrayList<String>();
        for (int number = 0; number < BLOCKERS; number++) {
            blockers.add(controller.submit(film.toString(), Map.of()));
        }
        row("queued", () -> controller.submit(film.toString(), Map.of()));
        for (var blocker : blockers) {
            controller.cancel(blocker);
            controller.end(blocker);
        }
    }

    private void downloading() throws IOException, InterruptedException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", CancelFigure::drip);
        server.start();
        var url = "http://127.0.0.1:%d/film.mkv".formatted(server.getAddress().getPort());
        row("downloading", () -> in("downloading", controller.submit(url, Map.of())));
        server.stop(0);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, MANY_BYTES);
        try (exchange;
                var out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[1 << 16]);
                out.flush();
                Thread.sleep(20);
            }
        } catch (IOException | InterruptedException _) {
            // Whoever downloaded it has gone.
        }
    }

    private String encoding(Path film) throws IOException, InterruptedException {
        var job = controller.submit(film.toString(), Map.of());
        while (controller.ffmpegs(job).isEmpty()) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(500));
        return job;
    }

    private String in(String phase, String job) throws IOException, InterruptedException {
        controller.await(job, now -> now.path("phase").asString("").equals(phase));
        return job;
    }

    /// Noise, which takes long to hash and to sync and no time to copy.
    private Path large() throws IOException, InterruptedException {
        var file = controller.media().resolve("large.mkv");
        var argv =
                List.of("ffmpeg", "-v", "error", "-f", "rawvideo", "-s", "1280x720", "-r", "25", "-i", "/dev/urandom");
        var rest = List.of("-t", "6", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "0", file.toString());
        new ProcessBuilder(Stream.concat(argv.stream(), rest.stream()).toList())
                .inheritIO()
                .start()
                .waitFor();
        System.out.printf("(what is published has %d MB)%n", Files.size(file) / 1_000_000);
        return file;
    }

    private void row(String phase, Reaching reaching) throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        int other = 0;
        for (int run = 0; run < RUNS; run++) {
            var job = reaching.job();
            var running = controller.ffmpegs(job);
            long start = System.nanoTime();
            controller.cancel(job);
            boolean ended = controller.end(job).path("state").asString("").equals("cancelled");
            while (running.stream().anyMatch(ProcessHandle::isAlive)) {
                Thread.onSpinWait();
            }
            millis.add((System.nanoTime() - start) / MILLIS);
            other += ended ? 0 : 1;
            if (ended) {
                cancelled.add(job);
            }
        }
        System.out.printf(
                "| %s | %d | %.0f | %.0f | %d | %d |%n",
                phase,
                RUNS,
                Figures.quantile(millis, 0.5),
                Figures.quantile(millis, 1),
                millis.stream().filter(one -> one < 1_000).count(),
                other);
    }

    /// Folders of attempts, and outputs of jobs that were cancelled.
    private List<String> leftOver() throws IOException, InterruptedException {
        var left = new ArrayList<String>();
        var work = controller.media().resolve(".usenet-jobs");
        if (Files.exists(work)) {
            try (var folders = Files.list(work)) {
                folders.forEach(folder -> left.add(folder.toString()));
            }
        }
        for (var job : cancelled) {
            controller.end(job).path("outputs").forEach(output -> left.add(job + " " + output.path("path")));
        }
        return left;
    }
}
