package media.usenet.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OldPathsTest {

    @ParameterizedTest
    @CsvSource({
        "/jobs, /v1/jobs",
        "/jobs/job_1, /v1/jobs/job_1",
        "/jobs/job_1/kill, /v1/jobs/job_1/cancel",
        "/jobs/job_1/log, /v1/jobs/job_1/log",
        "/compose/from-urls/async, /v1/compose/from-urls",
        "/compose/from-binaries, /v1/compose/from-binaries",
        "/video/concat-from-urls, /v1/video/concat",
        "/image/to-mp4-loop, /v1/image/to-mp4-loop",
        "/probe/from-urls, /v1/probe",
        "/v1/run-ffmpeg-command/async, /v1/run-ffmpeg-command"
    })
    void an_old_path_leads_to_ours(String old, String ours) {
        assertThat(OldPaths.ours(old)).contains(ours);
    }

    @Test
    void no_other_path_is_touched() {
        assertThat(OldPaths.ours("/v1/jobs")).isEmpty();
        assertThat(OldPaths.ours("/jobs/../v1/storage")).isEmpty();
        assertThat(OldPaths.ours("/v1/transcode")).isEmpty();
    }
}
