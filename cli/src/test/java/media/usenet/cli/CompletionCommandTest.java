package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {

    @TempDir
    private Path folder;

    @Test
    void bashCompletesActionsOfAGroup() throws IOException, InterruptedException {
        assertThat(completed("services", "re")).isEqualTo("restart\n");
        assertThat(completed("jobs", "du")).isEqualTo("duplicate\n");
        assertThat(completed("media", "tr")).isEqualTo("transcode\n");
    }

    private String completed(String group, String beginning) throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("usenet"), completion("bash"));
        var typed = "usenet " + group + " " + beginning;
        var line = "source " + script + "; COMP_WORDS=(" + typed + "); COMP_CWORD=2; COMP_LINE='" + typed
                + "'; COMP_POINT=" + typed.length() + "; _complete_usenet usenet " + beginning + " " + group
                + "; echo \"${COMPREPLY[@]}\"";
        var bash = new ProcessBuilder("bash", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var completed = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return completed;
    }

    @Test
    void bashAcceptsTheScript() throws IOException, InterruptedException {
        var script = Files.writeString(folder.resolve("usenet"), completion("zsh"));
        var bash =
                new ProcessBuilder("bash", "-n", script.toString()).inheritIO().start();
        assertThat(bash.waitFor()).isZero();
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(Ran.with(Map.of(), Ran.PIPE, "", "completion", "fish").exit())
                .isEqualTo(2);
    }

    private static String completion(String shell) {
        var ran = Ran.with(Map.of(), Ran.PIPE, "", "completion", shell);
        assertThat(ran.exit()).isZero();
        return ran.out();
    }
}
