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
        var script = Files.writeString(folder.resolve("usenet"), completion("bash"));
        var line = "source " + script + "; COMP_WORDS=(usenet services re); COMP_CWORD=2;"
                + " COMP_LINE='usenet services re'; COMP_POINT=18;"
                + " _complete_usenet usenet re services; echo \"${COMPREPLY[@]}\"";
        var bash = new ProcessBuilder("bash", "-c", line)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("restart\n");
        assertThat(bash.waitFor()).isZero();
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
