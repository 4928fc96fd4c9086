package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How far jobs are, on a terminal and elsewhere.
class JobsProgressTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String JOB = "job_01k9f2m8x4t7v0c3qz5h";

    @Test
    void aLineOfTheTerminalIsRewritten() {
        try (var controller = new FakeController()) {
            assertThat(Ran.against(controller.url(), Ran.TERMINAL, "jobs", "watch", JOB)
                            .err())
                    .isEqualTo("""
                            Night of the Livi…  accepted for lane cpu^[[K
                            ^[[1A\rNight of the Livi…  attempt 1 on tower^[[K
                            ^[[1A\rNight of the Livi…  [######..........]   42 %  publishing^[[K
                            ^[[1A\rNight of the Livi…  [######..........]   42 %  publishing^[[K
                            ^[[1A\rNight of the Livi…  [################]  100 %  succeeded in 11 min 32 s^[[K
                            ^[[J""".replace("^[", "\u001b"));
        }
    }

    @Test
    void severalHaveALineEachAndOneForAll() {
        try (var controller = new FakeController()) {
            for (var id : List.of("job_a", "job_b")) {
                var job = FakeController.sample("job.json").replace(JOB, id).replace("Night of the", id);
                controller.put("GET /v1/jobs/" + id, 200, "application/json", job);
                controller.put(
                        "GET /v1/jobs/" + id + "/events",
                        200,
                        "text/event-stream",
                        "event: progress\ndata: {\"phase\":\"encoding\",\"progress\":{\"fraction\":0.423,\"fps\":212.5,"
                                + "\"speed\":8.85,\"etaSeconds\":376}}\n\nevent: end\ndata: {\"state\":\"succeeded\"}\n\n");
            }
            var err = Ran.against(controller.url(), Ran.TERMINAL, "jobs", "watch", "job_a", "job_b")
                    .err();
            assertThat(err).startsWith("""
                            job_a Living Dead…  [######..........]   42 %  213 fps  8.9x  6 min 16 s left^[[K
                            job_b Living Dead…  [######..........]   42 %  213 fps  8.9x  6 min 16 s left^[[K
                            all 2               [######..........]   42 %  0 ended  2 running  425 fps^[[K
                            """.replace("^[", "\u001b"));
            assertThat(err)
                    .endsWith("all 2               [################]  100 %  2 ended  0 running\u001b[K\n\u001b[J");
            assertThat(err.lines())
                    .allMatch(
                            line -> line.replaceAll("\u001b\\[\\d*[A-Z]|\r", "").length() < 80);
        }
    }

    @Test
    void elsewhereFiguresAreToldEveryTenPercent() {
        var events = new StringBuilder(HEAD);
        for (int percent = 0; percent <= 100; percent += 4) {
            events.append("event: progress\ndata: {\"phase\":\"encoding\",\"progress\":{\"fraction\":")
                    .append(percent / 100.0)
                    .append("}}\n\n");
        }
        events.append("event: end\ndata: {\"state\":\"succeeded\"}\n\n");
        try (var server = answering(events.toString())) {
            assertThat(Ran.against(server.url(), Ran.PIPE, "media", "transcode", "/a.mkv", "--wait")
                            .err()
                            .lines()
                            .map(line -> line.replaceAll("\\D", "")))
                    .containsExactly("0", "12", "20", "32", "40", "52", "60", "72", "80", "92", "100");
        }
    }

    @Test
    void isFollowedOnAfterTheLastEventSeenWhenTheControllerRestarts() {
        try (var server = new RawServer((number, out) -> out.write((switch (number) {
                    case 1 -> accepted();
                    case 2 -> HEAD + "id: 4\nevent: started\ndata: {\"text\":\"attempt 1\"}\n\nid: 5\nev";
                    case 3 -> "";
                    default ->
                        HEAD + "id: 5\nevent: started\ndata: {\"text\":\"attempt 2\"}\n\n"
                                + "event: end\ndata: {\"state\":\"succeeded\"}\n\n";
                })
                .getBytes(StandardCharsets.UTF_8)))) {
            var ran = Ran.against(server.url(), Ran.PIPE, "media", "transcode", "/a.mkv", "--wait");
            assertThat(ran.err()).isEqualTo("a.mkv: attempt 1\na.mkv: attempt 2\n");
            assertThat(ran.exit()).isZero();
            assertThat(server.heads().get(1)).startsWith("GET /v1/jobs/job_a/events ");
            assertThat(server.heads().getLast()).contains("\r\nLast-Event-ID: 4\r\n");
        }
    }

    @Test
    void whoLeavesIsToldHowToEndThemToo() throws IOException {
        var one = new WatchedJob(JsonObject.parse("{\"id\":\"job_a\"}"));
        var two = new WatchedJob(JsonObject.parse("{\"id\":\"job_b\"}"));
        assertThat(JobWatch.leaving(List.of(one, two))).isEqualTo("""

                interrupted: 2 jobs go on in the controller
                  try: usenet jobs cancel job_a job_b
                       to end them, or usenet jobs watch to look again
                """);
        one.hears(new EventStream.Sent(null, "end", "{}"));
        assertThat(JobWatch.leaving(List.of(one, two))).contains("job_b goes on", "usenet jobs cancel job_b\n");
        two.hears(new EventStream.Sent(null, "end", "{}"));
        assertThat(JobWatch.leaving(List.of(one, two))).isEmpty();
    }

    @Test
    void whatIsNotKnownOfAJobIsNotShown() throws IOException {
        var line = new JobLine(List.of("a.mkv"), 80);
        assertThat(line.text("a.mkv", "encoding", JsonObject.EMPTY)).isEqualTo("a.mkv   ");
        assertThat(line.text("a.mkv", "downloading", JsonObject.parse("{\"bytes\":1048576}")))
                .isEqualTo("a.mkv     downloading  1.0 MiB");
        assertThat(line.text("a.mkv", "encoding", JsonObject.parse("{\"fraction\":0.999,\"fps\":9.44}")))
                .isEqualTo("a.mkv     [###############.]   99 %  9.4 fps");
    }

    private static RawServer answering(String events) {
        return new RawServer(
                (number, out) -> out.write((number == 1 ? accepted() : events).getBytes(StandardCharsets.UTF_8)));
    }

    private static String accepted() {
        return "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n"
                + "{\"id\":\"job_a\",\"label\":\"a.mkv\",\"state\":\"queued\"}";
    }
}
