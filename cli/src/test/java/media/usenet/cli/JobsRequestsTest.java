package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the controller is asked for.
class JobsRequestsTest {

    private static final String JOB = "job_01k9f2m8x4t7v0c3qz5h";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            jobs list | GET /v1/jobs
            jobs list --state processing --type transcode --lane cpu --key a --text night --page 2 --size 9 --sort -createdAt \
                | GET /v1/jobs?state=processing&type=transcode&lane=cpu&key=a&text=night&page=2&size=9&sort=-createdAt
            jobs list --status completed | GET /v1/jobs?state=completed
            jobs list --from 2026-11-20T18:00:00Z --to 2026-11-21T18:00:00Z \
                | GET /v1/jobs?from=2026-11-20T18%3A00%3A00Z&to=2026-11-21T18%3A00%3A00Z
            jobs list --state failed --export csv | GET /v1/jobs?state=failed&export=csv
            jobs get JOB | GET /v1/jobs/JOB
            jobs logs -f JOB | GET /v1/jobs/JOB/log?follow=true
            jobs cancel JOB | POST /v1/jobs/JOB/cancel
            jobs cancel JOB -n | POST /v1/jobs/JOB/cancel?dryRun=true
            jobs cancel job_a job_b | POST /v1/jobs/cancel {"ids":["job_a","job_b"]}
            jobs cancel --state queued,pending --type probe --yes \
                | POST /v1/jobs/cancel {"state":["queued","pending"],"type":"probe"}
            jobs retry JOB | POST /v1/jobs/JOB/retry
            jobs retry --state dead -y | POST /v1/jobs/retry {"state":["dead"]}
            jobs retry --state dead -n | POST /v1/jobs/retry?dryRun=true {"state":["dead"]}
            jobs priority JOB high | POST /v1/jobs/JOB/priority {"priority":"high"}
            jobs duplicate JOB | POST /v1/jobs/JOB/duplicate
            jobs queue | GET /v1/queue
            jobs stats --from 2026-11-20T18:00:00Z | GET /v1/jobs/analytics?from=2026-11-20T18%3A00%3A00Z
            jobs submit audio/extract input=https://example.org/a.mp4 bitrate=128k copies=2 loud=true tags=["a"] \
                | POST /v1/audio/extract {"input":"https://example.org/a.mp4","bitrate":"128k","copies":2,"loud":true,"tags":["a"]}
            media transcode /a.mkv | POST /v1/transcode {"input":"/a.mkv"}
            media transcode /a.mkv -n | POST /v1/transcode?dryRun=true {"input":"/a.mkv"}
            media transcode upload:01JD --quality 22.5 | POST /v1/transcode {"input":"upload:01JD","crf":22.5}
            media transcode https://example.org/a.mkv --preset quality --codec hevc --quality 22 --resolution 1080p \
            --hardware off --format mkv --audio opus --hdr sdr --output-folder /out --output-name b --overwrite --priority low \
                | POST /v1/transcode {"input":"https://example.org/a.mkv","preset":"quality","video_codec":"hevc","crf":22,"resolution":"1080p","hardware":"off","output_format":"mkv","audio_codec":"opus","hdr":"sdr","output_folder":"/out","output_name":"b","overwrite":true,"priority":"low"}
            media probe https://example.org/a.mkv | POST /v1/probe {"input":"https://example.org/a.mkv"}
            hardware encoders | GET /v1/encoders
            hardware benchmark --list | GET /v1/hardware/benchmark
            """)
    void eachCommandAsksOnce(String command, String request) {
        try (var controller = new FakeController()) {
            run(controller, "", command.replace("JOB", JOB).split("\\s+"));
            assertThat(controller.asked()).containsExactly(request.replace("JOB", JOB));
        }
    }

    @Test
    void aFileIsNamedFromTheRoot() {
        try (var controller = new FakeController()) {
            run(controller, "", "media", "transcode", "a/../b c.mkv", "--output-folder", "out");
            var here = Path.of("").toAbsolutePath();
            assertThat(controller.asked())
                    .containsExactly("POST /v1/transcode {\"input\":\"" + here + "/b c.mkv\",\"output_folder\":\""
                            + here + "/out\"}");
        }
    }

    @Test
    void aRequestInAFileIsSentAsItIs() {
        var request = "{ \"inputs\" : [1.50, {\"a\": null}],\n\"x\":\"ä\" }";
        try (var controller = new FakeController()) {
            run(controller, request, "jobs", "submit", "transcode", "-");
            assertThat(controller.asked()).containsExactly("POST /v1/transcode " + request);
        }
    }

    @Test
    void whatTheCommandLineSetsTakesTheFilesPlace() {
        var request = "{\"crf\": 20, \"steps\": [1.50, {\"a\": null, \"b\": true}], \"input\": \"/a\"}";
        try (var controller = new FakeController()) {
            run(controller, request, "jobs", "submit", "transcode", "-", "crf=22", "label=The End = here");
            assertThat(controller.asked())
                    .containsExactly("POST /v1/transcode {\"steps\":[1.50,{\"a\":null,\"b\":true}],\"input\":\"/a\","
                            + "\"crf\":22,\"label\":\"The End = here\"}");
        }
    }

    @Test
    void whatIsNoJsonObjectCannotBeAddedTo() {
        for (var text : List.of("[]", "{\"a\":1", "{} {}", "hello")) {
            try (var controller = new FakeController()) {
                var ran = run(controller, text, "jobs", "submit", "transcode", "-", "crf=22");
                assertThat(ran.exit()).as(text).isEqualTo(2);
                assertThat(ran.err()).contains("error: the request is no JSON object: ");
                assertThat(controller.asked()).isEmpty();
            }
        }
    }

    @Test
    void allThatAFilterFitsAreAskedForFirst() {
        try (var controller = new FakeController()) {
            var ran = run(controller, "y\n", "jobs", "cancel", "--state", "queued");
            assertThat(ran.err()).startsWith("cancel means 1 job (--dry-run lists them).\nGo on? [y/N] ");
            assertThat(controller.asked())
                    .containsExactly(
                            "POST /v1/jobs/cancel?dryRun=true {\"state\":[\"queued\"]}",
                            "POST /v1/jobs/cancel {\"state\":[\"queued\"]}");
        }
    }

    @Test
    void withoutAnAnswerNothingIsCancelled() {
        try (var controller = new FakeController()) {
            assertThat(run(controller, "\n", "jobs", "cancel", "--state", "queued")
                            .exit())
                    .isEqualTo(1);
            assertThat(controller.asked()).hasSize(1).first().asString().contains("dryRun=true");
        }
    }

    @Test
    void anExportIsPassedOnByteForByte() {
        try (var controller = new FakeController()) {
            var csv = "id,label\r\njob_a,\"Ä \"\"b\"\"\u001b\"\r\n".repeat(3000);
            controller.put("GET /v1/jobs", 200, "text/csv;charset=UTF-8", csv);
            assertThat(Ran.against(controller.url(), Ran.PIPE, "jobs", "list", "--export", "csv"))
                    .isEqualTo(new Ran(0, csv, ""));
        }
    }

    @Test
    void aRequestWhoseAnswerWasLostIsSentAgainWithTheSameKey() {
        try (var server = new RawServer((number, out) -> out.write((switch (number) {
                    case 1 -> "";
                    case 2 ->
                        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"id";
                    default ->
                        "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n{\"id\":\"job_a\",\"label\":\"a\"}";
                })
                .getBytes(StandardCharsets.UTF_8)))) {
            var ran = Ran.against(server.url(), Ran.PIPE, "media", "transcode", "/a.mkv", "-q");
            assertThat(ran).isEqualTo(new Ran(0, "job_a\n", ""));
            assertThat(server.heads()).hasSize(3);
            assertThat(new HashSet<>(keys(server))).hasSize(1).doesNotContain("");
        }
    }

    @Test
    void eachFileHasAKeyOfItsOwn() {
        try (var server =
                RawServer.saying("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n{\"id\":\"job_a\"}")) {
            Ran.against(server.url(), Ran.PIPE, "media", "transcode", "/a.mkv", "/b.mkv");
            assertThat(keys(server)).hasSize(2).doesNotHaveDuplicates().allMatch(key -> key.length() == 32);
        }
    }

    @Test
    void aNameForTheKeyMayBeGiven() {
        try (var server =
                RawServer.saying("HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n{\"id\":\"job_a\"}")) {
            Ran.against(server.url(), Ran.PIPE, "jobs", "submit", "transcode", "input=/a.mkv", "--once", "nightly-7");
            assertThat(keys(server)).containsExactly("nightly-7");
        }
    }

    @Test
    void theOthersAreAskedForThoughOneIsRefused() {
        var problem = "{\"code\":\"X\",\"detail\":\"b.mkv is no film\",\"remedy\":\"look\",\"exit\":4}";
        try (var server = new RawServer((number, out) -> out.write((number == 2
                        ? "HTTP/1.1 422 No\r\nContent-Type: application/problem+json\r\n\r\n" + problem
                        : "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n{\"id\":\"job_" + number
                                + "\"}")
                .getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Ran.against(server.url(), Ran.PIPE, "media", "transcode", "/a.mkv", "/b.mkv", "/c.mkv", "-q"))
                    .isEqualTo(new Ran(3, "job_1\njob_3\n", """
                            error: 1 of 3 jobs were refused
                              b.mkv is no film
                              try: correct what is named, then ask for those again
                            """));
        }
    }

    private static List<String> keys(RawServer server) {
        return server.heads().stream()
                .flatMap(String::lines)
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("idempotency-key: "))
                .map(line -> line.substring(17))
                .toList();
    }

    private static Ran run(FakeController controller, String typed, String... args) {
        return Ran.with(
                Map.of("USENET_CONTROLLER", controller.url().toString(), "USENET_TOKEN", FakeController.TOKEN),
                Ran.TERMINAL,
                typed,
                args);
    }
}
