package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureTest {

    @TempDir
    private Path folder;

    @Test
    void writesFilesAndLinks() throws IOException {
        new Capture(JsonObject.parse(FakeController.sample("hardware-capture.json"))).write(folder.resolve("mine"));
        assertThat(folder.resolve("mine/expected.json")).hasContent("{}\n");
        assertThat(Files.readSymbolicLink(folder.resolve("mine/root/sys/class/drm/renderD128")))
                .isEqualTo(Path.of("../../devices/pci0000:00/0000:00:02.0/drm/renderD128"));
        assertThat(folder).isDirectoryContaining("glob:**mine").isDirectoryNotContaining("glob:**.mine*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'..','files':[]}",
                "{'name':'a/b','files':[]}",
                "{'name':'a','files':[{'path':'/etc/passwd','text':'x'}]}",
                "{'name':'a','files':[{'path':'b/../../c','text':'x'}]}",
                "{'name':'a','files':[{'path':'b','link':'../etc'}]}",
                "{'name':'a','files':[{'path':'b','link':'/etc'}]}"
            })
    void refusesWhatLeavesItsFolder(String json) {
        assertThatThrownBy(() -> new Capture(JsonObject.parse(json.replace('\'', '"'))))
                .isInstanceOf(CliProblem.class);
    }
}
