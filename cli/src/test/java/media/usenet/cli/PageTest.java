package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/// What `docs/cli.md` and the help promise.
class PageTest {

    private static final Path PAGE = Path.of("../docs/cli.md");

    static List<String> commands() throws IOException {
        return Files.readString(PAGE)
                .lines()
                .filter(line -> line.startsWith("    usenet "))
                .map(line -> line.strip().split(" {2,}| [|<>]", 2)[0])
                .toList();
    }

    static List<String> examples() {
        return List.of(Group.values()).stream()
                .flatMap(group -> group.actions().stream().map(group::command))
                .flatMap(command -> command.manual().examples().stream())
                .filter(example -> example.line().startsWith("usenet "))
                .map(example -> example.line().split(" [|&<>]", 2)[0])
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"commands", "examples"})
    void whatIsWrittenThereCanBeTyped(String line) {
        var words = line.replaceFirst("^usenet ", "").split(" ");
        new CommandLine(CommandTree.whole().spec()).parseArgs(words);
    }

    @Test
    void everyOldSpellingIsOnThePage() throws IOException {
        var page = Files.readString(PAGE).replace('\n', ' ');
        for (var old : OldSpelling.all()) {
            assertThat(page).contains("`" + old + "`");
        }
    }
}
