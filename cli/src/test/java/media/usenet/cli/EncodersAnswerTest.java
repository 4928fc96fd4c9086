package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What is made of answers that the sample does not have.
class EncodersAnswerTest {

    private static final String ANSWER = """
            {"ffmpeg":{"version":"7.1","program":"/usr/bin/ffmpeg"},"checked":"2026-11-21T10:00:00Z","millis":90,
             "devices":[{"id":"0000:01:00.0","model":"GeForce","resting":{"nvenc":"it lost the device three times"}}],
             "unusable":["0000:02:00.0 has no render node"],"lanes":[],
             "encoders":[{"encoder":"h264_nvenc","device":"0000:01:00.0","codec":"H264","bitDepth":8,"proved":true,
             "decodes":["av1/8","h264/8"],"millis":80}]}
            """;

    @Test
    void devicesThatRestOrWereNotTriedAreSaidWithTheirReasons() {
        try (var controller = new FakeController()) {
            controller.put("GET /v1/encoders", 200, "application/json", ANSWER);
            assertThat(Ran.against(controller.url(), Ran.PIPE, "hardware", "encoders")
                            .out())
                    .isEqualTo("""
                            FFmpeg  7.1, /usr/bin/ffmpeg; tried 2026-11-21 10:00:00 UTC in 0.1 s
                            Lanes   none

                            DEVICE        ENCODER     CODEC  BITS   TOOK  WORKS  DECODES
                            0000:01:00.0  h264_nvenc  h264      8  80 ms  yes    av1/8, h264/8

                            not tried: 0000:02:00.0 has no render node

                            warning: nvenc of 0000:01:00.0 failed in jobs and rests: it lost the device three times
                            """);
        }
    }

    @Test
    void nothingMeasuredIsSaid() {
        try (var controller = new FakeController()) {
            controller.put("GET /v1/hardware/benchmark", 200, "application/json", "{\"runs\":[]}");
            assertThat(Ran.against(controller.url(), Ran.PIPE, "hardware", "benchmark", "--list")
                            .out())
                    .isEqualTo("Nothing was measured yet. usenet hardware benchmark does it.\n");
        }
    }

    @Test
    void aDryRunAsksForNothing() {
        for (var args : new String[][] {{"benchmark", "-n"}, {"encoders", "--probe", "-n"}}) {
            try (var controller = new FakeController()) {
                var words = new String[args.length + 1];
                words[0] = "hardware";
                System.arraycopy(args, 0, words, 1, args.length);
                assertThat(Ran.against(controller.url(), Ran.PIPE, words).exit())
                        .isZero();
                assertThat(controller.asked()).isEmpty();
            }
        }
    }
}
