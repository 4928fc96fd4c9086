package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is made of answers that the samples do not have.
class StorageAnswersTest {

    private static final String ERROR =
            "{\"code\":\"X\",\"severity\":\"ERROR\",\"text\":\"it is held\",\"remedy\":\"wait\"}";
    private static final String HOLDER =
            "{\"service\":\"jellyfin\",\"pid\":7,\"program\":\"ffmpeg\",\"path\":\"a.mkv\"}";

    @Test
    void aPreviewThatSomethingStandsInTheWayOfEndsAsTheCommandWould() {
        var preview = "{\"command\":\"mount\",\"subject\":\"films\",\"slot\":null,\"steps\":[\"mount it\"],"
                + "\"findings\":[" + ERROR + "],\"next\":\"usenet storage mount films\"}";
        assertThat(answered("dry run of storage", preview, "mount", "films", "-n"))
                .isEqualTo(new Ran(4, """
                        mount: films
                          would mount it

                        error: it is held
                          try: wait

                        Nothing can change before this is settled.
                        """, ""));
    }

    @Test
    void aPreviewWithoutStepsChangesNothing() {
        assertThat(answered("dry run of storage", "{\"command\":\"sync\",\"subject\":\"films\"}", "sync", "-n")
                        .out())
                .isEqualTo("sync: films\n\nNothing would change.\n");
    }

    @Test
    void anOutcomeWithAnErrorEndsWithOne() {
        var outcome = "{\"text\":\"films is mounted\",\"findings\":[" + ERROR + "]}";
        assertThat(answered("POST /v1/storage/drives/films/mount", outcome, "mount", "films"))
                .isEqualTo(new Ran(1, "films is mounted\nerror: it is held\n  try: wait\n", ""));
    }

    @Test
    void whoWasCutOffByForceIsToldAndIsNoFailure() {
        var outcome = "{\"text\":\"films is safe to remove\",\"safeToRemove\":true,\"holders\":[" + HOLDER + "]}";
        assertThat(answered("POST /v1/storage/drives/films/eject", outcome, "eject", "films", "--force"))
                .isEqualTo(new Ran(0, """
                        films is safe to remove
                        SERVICE   PROGRAM  PID  WRITES  PATH
                        jellyfin  ffmpeg     7  no      a.mkv
                        """, ""));
    }

    @Test
    void aBusyDriveWithoutAReasonStillHasARemedy() {
        var outcome = "{\"slot\":\"films\",\"holders\":[" + HOLDER + "]}";
        assertThat(answered("POST /v1/storage/drives/films/eject", outcome, "eject", "films")
                        .err())
                .isEqualTo("""
                        error: films is in use
                          try: stop what holds it, or: usenet storage eject films --force
                        """);
    }

    @Test
    void aDriveThatFailsEndsHealthWithOne() {
        assertThat(answered("GET /v1/storage/health", "{\"findings\":[" + ERROR + "]}", "health", "-q"))
                .isEqualTo(new Ran(1, "", ""));
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(answered("GET /v1/storage/drives", "{}", "list").out())
                .endsWith("The pool has no drives. usenet storage discover shows what could be added.\n");
        assertThat(answered("GET /v1/storage/devices", "{}", "discover").out())
                .isEqualTo("No other drive is there. usenet storage list shows those of the pool.\n");
        assertThat(answered("GET /v1/storage/drives/films/holders", "{\"slot\":\"films\"}", "who", "films")
                        .out())
                .isEqualTo("Nothing holds a file on films.\n");
        assertThat(answered("GET /v1/storage/pool", "{\"union\":null}", "pool").out())
                .isEqualTo("""
                        There is no union: each drive is a folder of its own.
                          next: usenet storage pool create SLOT SLOT
                        """);
    }

    private static Ran answered(String place, String json, String... words) {
        try (var controller = new FakeController()) {
            controller.put(place, 200, "application/json", json);
            var args = new String[words.length + 1];
            args[0] = "storage";
            System.arraycopy(words, 0, args, 1, words.length);
            return Ran.against(controller.url(), Ran.PIPE, args);
        }
    }
}
