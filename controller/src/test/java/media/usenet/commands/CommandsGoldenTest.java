package media.usenet.commands;

import java.util.stream.Stream;
import media.usenet.golden.GoldenFiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// A request's files and its command in; the command line as it is written anew out, or what is wrong with it.
class CommandsGoldenTest {

    @TestFactory
    Stream<DynamicTest> commands() {
        return GoldenFiles.each("commands", text -> CommandCase.of(text).answer());
    }
}
