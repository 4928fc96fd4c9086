package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How waiting for jobs ends.
class JobsEndTest {

    private static final String ERROR =
            "{\"class\":\"source\",\"detail\":\"it ends in the middle of a frame\",\"remedy\":\"fetch it again\"}";

    @Test
    void aJobThatFailedEndsWithOne() {
        var ran = waited("failed");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).endsWith("""
                failed: Night of the Living Dead (1968).mkv in 11 min 32 s
                  encoder  libx265 on cpu, used: hardware=off was asked for
                """);
        assertThat(ran.err()).endsWith("""
                error: job_a (Night of the Living Dead (1968).mkv) failed: it ends in the middle of a frame
                  try: fetch it again
                """);
    }

    @Test
    void aJobThatWasCancelledMeanwhileEndsWithOne() {
        var ran = waited("cancelled");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("error: job_a (Night of the Living Dead (1968).mkv) is cancelled");
    }

    @Test
    void someThatSucceededAndOneThatDidNotAreDoneInPart() {
        var ran = waited("succeeded", "dead", "succeeded");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err()).endsWith("""
                error: 1 of 3 jobs did not succeed
                  job_b (Night of the Living Dead (1968).mkv) is dead: it ends in the middle of a frame
                  try: usenet jobs list --state failed
                """);
    }

    @Test
    void severalThatAllFailedEndWithOne() {
        assertThat(waited("failed", "dead").exit()).isEqualTo(1);
    }

    @Test
    void jsonIsEachJobAsItEndedOnALine() {
        var ran = watched("--json", "succeeded", "failed");
        assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(ran.err()).startsWith("{\"code\":\"NOT_ALL_DONE\"").endsWith("}\n");
        assertThat(ran.exit()).isEqualTo(3);
    }

    @Test
    void quietIsWhereTheOutputsAre() {
        assertThat(watched("--quiet", "succeeded").out())
                .isEqualTo("/srv/pool/main/media/movies/Night of the Living Dead (1968).mp4\n");
    }

    @Test
    void aJobThatIsForgottenWhileItIsWatchedIsTold() {
        try (var controller = new FakeController()) {
            controller.put(
                    "GET /v1/jobs/job_01k9f2m8x4t7v0c3qz5h/events",
                    404,
                    "application/problem+json",
                    "{\"code\":\"JOB_NOT_FOUND\",\"detail\":\"no job\",\"remedy\":\"look\",\"exit\":2}");
            assertThat(Ran.against(controller.url(), Ran.PIPE, "jobs", "watch", "job_01k9f2m8x4t7v0c3qz5h", "--quiet"))
                    .isEqualTo(new Ran(2, "", "error: no job\n  try: look\n"));
        }
    }

    @Test
    void withoutANameThoseThatRunAreWatched() {
        try (var controller = new FakeController()) {
            var ran = Ran.against(controller.url(), Ran.PIPE, "jobs", "watch");
            assertThat(controller.asked())
                    .containsExactly("GET /v1/jobs?state=running", "GET /v1/jobs/job_01k9f2m8x4t7v0c3qz5h/events");
            assertThat(ran.exit()).isZero();
        }
    }

    @Test
    void nothingThatRunsIsNoFailure() {
        try (var controller = new FakeController()) {
            controller.put("GET /v1/jobs", 200, "application/json", "{\"jobs\":[]}");
            assertThat(Ran.against(controller.url(), Ran.PIPE, "jobs", "watch"))
                    .isEqualTo(
                            new Ran(0, "", "No job is running. usenet jobs queue shows what waits, and for what.\n"));
        }
    }

    /// A job in the list's sample, as the end event has it: on one line.
    static String ended(String state) {
        var sample = FakeController.sample("jobs.json").replaceAll("\\s*\n\\s*", "");
        var job = sample.substring(sample.indexOf("[") + 1, sample.indexOf("],\"total\""));
        return state.equals("succeeded")
                ? job
                : job.replace("\"state\": \"succeeded\"", "\"state\": \"" + state + "\"")
                        .replace("\"error\": null", "\"error\":" + ERROR)
                        .replaceAll("\"outputs\": \\[.*?\\]", "\"outputs\": []");
    }

    private static Ran waited(String... states) {
        return watched("-v", states);
    }

    private static Ran watched(String option, String... states) {
        try (var controller = new FakeController()) {
            var args = new String[states.length + 3];
            args[0] = "jobs";
            args[1] = "watch";
            args[2] = option;
            for (int at = 0; at < states.length; at++) {
                var id = "job_" + "abcdef".charAt(at);
                args[at + 3] = id;
                var job = ended(states[at]).replace("job_01k9f2m8x4t7v0c3qz5h", id);
                controller.put("GET /v1/jobs/" + id, 200, "application/json", job);
                controller.put(
                        "GET /v1/jobs/" + id + "/events",
                        200,
                        "text/event-stream",
                        "id: 1\nevent: queued\ndata: {\"text\":\"accepted\"}\n\nevent: end\ndata: " + job + "\n\n");
            }
            return Ran.against(controller.url(), Ran.PIPE, args);
        }
    }
}
