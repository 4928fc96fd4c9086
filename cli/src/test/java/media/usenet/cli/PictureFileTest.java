package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

    @TempDir
    private Path folder;

    private Ran compared(FakeController controller, Path picture, String... more) {
        var args =
                new ArrayList<>(List.of("media", "duplicates", "compare", "17", "18", "--picture", picture.toString()));
        args.addAll(List.of(more));
        return Ran.against(controller.url(), Ran.PIPE, args.toArray(String[]::new));
    }

    @Test
    void the_picture_of_a_pair_is_written_whole() throws IOException {
        try (var controller = new FakeController()) {
            var picture = folder.resolve("pair.jpg");
            var ran = compared(controller, picture);
            assertThat(ran.exit()).as(ran.err()).isZero();
            assertThat(ran.out()).contains("wrote " + picture);
            assertThat(ran.out()).contains("the same film");
            assertThat(picture).hasContent("no real JPEG");
            try (var files = Files.list(folder)) {
                assertThat(files).containsExactly(picture);
            }
        }
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_that_was_said() throws IOException {
        try (var controller = new FakeController()) {
            var picture = Files.writeString(folder.resolve("pair.jpg"), "mine");
            assertThat(compared(controller, picture).exit()).isEqualTo(Exit.USAGE.code);
            assertThat(picture).hasContent("mine");
            assertThat(controller.asked()).as("nothing is drawn for nobody").isEmpty();
            assertThat(compared(controller, picture, "--dry-run").exit()).isZero();
            assertThat(picture).hasContent("mine");
            assertThat(compared(controller, picture, "--yes").exit()).isZero();
            assertThat(picture).hasContent("no real JPEG");
        }
    }

    @Test
    void a_folder_that_is_not_there_is_named_before_anything_is_drawn() {
        try (var controller = new FakeController()) {
            var ran = compared(controller, folder.resolve("nope/pair.jpg"));
            assertThat(ran.exit()).isEqualTo(Exit.USAGE.code);
            assertThat(ran.err()).contains("no such folder");
            assertThat(controller.asked()).isEmpty();
        }
    }
}
