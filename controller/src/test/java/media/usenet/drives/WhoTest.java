package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import media.usenet.holders.Holders.Unseen;
import org.junit.jupiter.api.Test;

class WhoTest {

    @Test
    void processes_that_could_not_be_looked_into_are_told_of_by_their_programs() {
        var unseen = List.of(new Unseen(7, "sshd"), new Unseen(9, "sshd"), new Unseen(11, "ntfs-3g"));
        assertThat(Who.unseen(unseen)).hasValueSatisfying(finding -> {
            assertThat(finding.code()).isEqualTo("PROCESSES_NOT_SEEN");
            assertThat(finding.text()).startsWith("3 processes").endsWith("ntfs-3g, sshd");
        });
    }

    @Test
    void where_all_could_be_there_is_nothing_to_tell() {
        assertThat(Who.unseen(List.of())).isEmpty();
    }
}
