package media.usenet.transcode;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What many followers of one running job cost, and whether all of them see its end.
final class FollowerFigure {

    private static final int ROUNDS = 4;
    private static final Pattern END = Pattern.compile("(?m)^event: ?end$");

    private final MeasuredController controller;
    private final int followers;

    FollowerFigure(MeasuredController controller, int followers) {
        this.controller = controller;
        this.followers = followers;
    }

    void print() throws IOException, InterruptedException {
        var clip = Clips.film(controller.media().resolve("followed.mkv"), 20, "1280x720", 25);
        System.out.printf("%n%d followers of a running job%n%n", followers);
        System.out.println(
                "| round | job's state when all had come | saw the end | resident before | most | after, MiB |");
        System.out.println("|---|---|---|---|---|---|");
        for (int round = 1; round <= ROUNDS; round++) {
            long before = residentMiB();
            var job = controller.submit(clip.toString(), Map.of("preset", "archive_quality"));
            controller.await(job, now -> now.path("phase").asString("").equals("encoding"));
            var all = Stream.generate(() -> follow(job)).limit(followers).toList();
            CompletableFuture.allOf(all.stream().map(Follower::connected).toArray(CompletableFuture[]::new))
                    .join();
            var state = controller.job(job).path("state").asString("");
            long most = Math.max(before, residentMiB());
            while (!all.stream().allMatch(follower -> follower.end().isDone())) {
                most = Math.max(most, residentMiB());
                Thread.sleep(100);
            }
            long saw = all.stream().filter(follower -> follower.end().join()).count();
            System.out.printf("| %d | %s | %d | %d | %d | %d |%n", round, state, saw, before, most, residentMiB());
        }
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
