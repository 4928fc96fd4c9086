package media.usenet.restic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import media.usenet.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The endings are verbatim those of restic 0.14, but for the codes from 10 on, which came with 0.17.
class TroubleTest {

    private static final Repository REPOSITORY = new Repository(
            "rest:http://usenet:very-secret@nas:8000/", Path.of("/p"), Path.of("/c"), Map.of(), Optional.empty());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        wrong password or no key found | BACKUP_LOCKED | does not open
        unable to open config file: Stat: Forbidden | DESTINATION_FAILED | refuses
        unable to open config file: unexpected HTTP response (401): 401 Unauthorized | DESTINATION_FAILED | refuses
        unable to open config file: client.Head: Head "http://nas/config": dial tcp: connection refused | DESTINATION_FAILED | cannot be reached
        unable to save snapshot: write data/00/002b-tmp-3226043369: no space left on device | DESTINATION_FAILED | is full
        create repository at ro/new failed: mkdir ro/new: read-only file system | DESTINATION_FAILED | can only be read
        unable to open config file: <config/> does not exist | DESTINATION_FAILED | no repository
        config or key 97de265c is damaged: ciphertext verification failed | BACKUP_DAMAGED | broken off
        repository contains errors | BACKUP_DAMAGED | is damaged
        something nobody has heard of | DESTINATION_FAILED | restic failed
        """)
    void an_ending_has_its_problem_and_a_remedy(String words, Problem problem, String told) {
        var made = Trouble.of(1, "Fatal: " + words + "\n").problem("back up", REPOSITORY, "Fatal: " + words + "\n");
        assertThat(made.problem()).isEqualTo(problem);
        assertThat(made.detail()).contains(told).contains(words).doesNotContain("very-secret");
        assertThat(made.remedy()).isNotBlank();
    }

    @Test
    void only_what_is_certain_to_be_missing_is_made() {
        var question = "\nIs there a repository at the following location?\n/x\n";
        var missing = "Fatal: unable to open config file: stat /x/config: no such file or directory" + question;
        var forbidden = "Fatal: unable to open config file: Stat: Forbidden" + question;
        assertThat(Trouble.of(1, missing).absent()).isTrue();
        assertThat(Trouble.of(10, "").absent()).isTrue();
        assertThat(Trouble.of(1, forbidden).absent()).isFalse();
    }

    @Test
    void the_codes_of_newer_ones_need_no_words() {
        assertThat(Trouble.of(11, "").held()).isTrue();
        assertThat(Trouble.of(12, "").problem()).isEqualTo(Problem.BACKUP_LOCKED);
    }

    @Test
    void a_lock_is_ours_only_when_its_machine_is_this_one_and_its_process_is_gone() throws Exception {
        var here = java.nio.file.Files.readString(Path.of("/proc/sys/kernel/hostname"))
                .strip();
        var lock = "repository is already locked exclusively by PID %d on %s by root (UID 0, GID 0)";
        long gone = Integer.MAX_VALUE;
        assertThat(DeadLock.isOurs(lock.formatted(gone, here))).isTrue();
        assertThat(DeadLock.isOurs(lock.formatted(ProcessHandle.current().pid(), here)))
                .isFalse();
        assertThat(DeadLock.isOurs(lock.formatted(gone, "elsewhere"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sftp:backup@nas:/srv/usenet | -l backup -s -- nas sftp
        sftp://backup@nas:2222//srv/usenet | -p 2222 -l backup -s -- nas sftp
        sftp:nas:usenet | -s -- nas sftp
        sftp://[::1]:22//x | -p 22 -s -- ::1 sftp
        """)
    void ssh_is_told_whom_to_call(String place, String end) {
        assertThat(new SshLogin(Path.of("/k"), Path.of("/hosts")).command(place))
                .contains("BatchMode=yes")
                .endsWith(end);
    }

    @ParameterizedTest
    @CsvSource({"sftp:-oProxyCommand=evil:/x", "sftp:-lx@nas:/x", "sftp://-oProxyCommand=evil/x", "/srv/usenet"})
    void a_host_that_would_be_an_option_is_refused(String place) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> new SshLogin(Path.of("/k"), Path.of("/hosts")).command(place)))
                .hasMessageContaining("no place behind SSH");
    }
}
