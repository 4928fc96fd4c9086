package media.usenet.restic;

import static org.assertj.core.api.Assertions.assertThat;

import media.usenet.restic.ResticAnswers.Other;
import media.usenet.restic.ResticAnswers.Status;
import media.usenet.restic.ResticAnswers.Summary;
import org.junit.jupiter.api.Test;

/// Lines of restic 0.14, and with the fields that its manual documents for 0.18.
class ResticAnswersTest {

    @Test
    void progress_is_told_in_bytes() {
        var line = "{\"message_type\":\"status\",\"seconds_elapsed\":1,\"percent_done\":0.5,\"total_files\":2,"
                + "\"files_done\":1,\"total_bytes\":800,\"bytes_done\":400}";
        assertThat(ResticAnswers.said(line)).isEqualTo(new Status(400));
    }

    @Test
    void the_summary_of_an_old_one_is_read() {
        var line = "{\"message_type\":\"summary\",\"files_new\":1,\"files_changed\":0,\"files_unmodified\":2,"
                + "\"dirs_new\":0,\"data_blobs\":1,\"tree_blobs\":3,\"data_added\":2105,\"total_files_processed\":3,"
                + "\"total_bytes_processed\":900,\"total_duration\":0.4,\"snapshot_id\":\"8e9c4db5\"}";
        assertThat(ResticAnswers.said(line)).isEqualTo(new Summary(new Restic.Added("8e9c4db5", 2105, 3, 900)));
    }

    @Test
    void the_summary_of_a_new_one_tells_what_was_really_stored() {
        var line = "{\"message_type\":\"summary\",\"dry_run\":false,\"data_added\":2105,\"data_added_packed\":1100,"
                + "\"total_files_processed\":3,\"total_bytes_processed\":900,"
                + "\"backup_start\":\"2026-11-20T18:00:00Z\",\"snapshot_id\":\"8e9c4db5\"}";
        assertThat(ResticAnswers.said(line)).isEqualTo(new Summary(new Restic.Added("8e9c4db5", 1100, 3, 900)));
    }

    @Test
    void whatever_else_it_says_is_passed_over() {
        assertThat(ResticAnswers.said("{\"message_type\":\"verbose_status\"}")).isEqualTo(new Other());
        assertThat(ResticAnswers.said("no parent snapshot found")).isEqualTo(new Other());
        assertThat(ResticAnswers.said("")).isEqualTo(new Other());
    }

    @Test
    void a_snapshot_is_read_with_fields_that_a_newer_one_adds() {
        var text = "[{\"time\":\"2026-11-20T19:00:00.123456789+01:00\",\"tree\":\"ab\",\"paths\":[\"/t\"],"
                + "\"hostname\":\"usenet\",\"username\":\"root\",\"tags\":[\"usenet\",\"id=1\"],"
                + "\"program_version\":\"restic 0.18.0\",\"summary\":{\"total_files_processed\":3},"
                + "\"id\":\"8e9c4db5aa\",\"short_id\":\"8e9c4db5\"}]";
        assertThat(ResticAnswers.snapshots(text)).singleElement().satisfies(snapshot -> {
            assertThat(snapshot.tag("id")).contains("1");
            assertThat(snapshot.time().toInstant()).hasToString("2026-11-20T18:00:00.123456789Z");
        });
    }

    @Test
    void the_version_is_told() {
        assertThat(ResticAnswers.version("restic 0.14.0 compiled with go1.19.8 on linux/amd64"))
                .contains("0.14.0");
        assertThat(ResticAnswers.version("restic 0.18.1 (v0.18.1) compiled with go1.25"))
                .contains("0.18.1");
    }
}
