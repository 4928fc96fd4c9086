package media.usenet.transcode;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What many followers of one running job cost, and whether all of them see its end.
final class FollowerFigure {

    private static final int ROUNDS = 5;
    private static final Pattern END = Pattern.compile("(?m)^event: ?end$");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private final MeasuredController controller;
    private final int followers;

    FollowerFigure(MeasuredController controller, int followers) {
        this.controller = controller;
        this.followers = followers;
    }

    /// The job is cancelled when the last follower has come: it runs until then, and its end is one that all see.
    void print() throws IOException, InterruptedException {
        var film = Clips.film(controller.media().resolve("followed.mkv"), 1_500, "480x270", 25);
        System.out.printf("%n%d followers of a running job; MiB%n%n", followers);
        System.out.println(
                "| round | job's state when all had come | saw the end | resident before | while they follow "
                        + "| after | used of the heap before, collected | while | after |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            round(round, film);
        }
    }

    private void round(int round, Path film) throws IOException, InterruptedException {
        long heapBefore = heapMiB();
        long before = residentMiB();
        var job = controller.submit(film.toString(), Map.of("preset", "archive_quality"));
        controller.await(job, now -> now.path("phase").asString("").equals("encoding"));
        var all = Stream.generate(() -> follow(job)).limit(followers).toList();
        CompletableFuture.allOf(all.stream().map(Follower::connected).toArray(CompletableFuture[]::new))
                .join();
        var state = controller.job(job).path("state").asString("");
        long during = residentMiB();
        long heapDuring = heapMiB();
        controller.cancel(job);
        long saw = all.stream().filter(follower -> follower.end().join()).count();
        long after = residentMiB();
        System.out.printf(
                "| %d | %s | %d | %d | %d | %d | %d | %d | %d |%n",
                round, state, saw, before, during, after, heapBefore, heapDuring, heapMiB());
    }

    /// What lives, since it is asked after a collection.
    private long heapMiB() throws IOException, InterruptedException {
        jcmd("GC.run");
        return USED.matcher(jcmd("GC.heap_info"))
                .results()
                .limit(2)
                .mapToLong(found -> Long.parseLong(found.group(1)) / 1024)
                .sum();
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin/jcmd").toString();
        var asked = new ProcessBuilder(
                        program, String.valueOf(controller.process().pid()), command)
                .redirectErrorStream(true)
                .start();
        var text = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        return text;
    }

    private record Follower(CompletableFuture<?> connected, CompletableFuture<Boolean> end) {}

    private Follower follow(String job) {
        var connected = new CompletableFuture<Void>();
        var end = controller
                .http()
                .sendAsync(controller.request("GET", "/v1/jobs/" + job + "/events", ""), BodyHandlers.ofLines())
                .handle((answer, failure) -> {
                    connected.complete(null);
                    return failure == null
                            && answer.body().anyMatch(line -> END.matcher(line).find());
                });
        return new Follower(connected, end);
    }

    private long residentMiB() throws IOException {
        var status = Path.of("/proc", String.valueOf(controller.process().pid()), "status");
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }
}
