package media.usenet.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SwapTest {

    private static final class Killed extends Error {}

    @TempDir
    private Path folder;

    @Test
    void treesChangePlacesAndBack() throws IOException {
        prepare(folder);
        var swap = Swap.of(folder.resolve("journal"), renames(folder), _ -> {});
        swap.forward();
        assertThat(isNew(folder)).isTrue();
        swap.back();
        assertThat(isOld(folder)).isTrue();
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void killedAnywhereItIsTakenBackOrFinished() throws IOException {
        for (int at = 0; at < 8; at++) {
            var back = prepare(folder.resolve("back" + at));
            killed(back, at);
            Swap.interrupted(back.resolve("journal"), _ -> {}).ifPresent(Swap::back);
            assertThat(isOld(back)).as("taken back after " + at).isTrue();

            var on = prepare(folder.resolve("on" + at));
            killed(on, at);
            var swap = Swap.interrupted(on.resolve("journal"), _ -> {});
            swap.ifPresent(Swap::forward);
            assertThat(swap.isPresent() ? isNew(on) : isOld(on))
                    .as("finished after " + at)
                    .isTrue();
        }
    }

    @Test
    void killedWhileItIsTakenBackItIsTakenBack() throws IOException {
        for (int at = 0; at < 8; at++) {
            var tree = prepare(folder.resolve("twice" + at));
            var swap = Swap.of(tree.resolve("journal"), renames(tree), dying(8 + at));
            swap.forward();
            assertThatThrownBy(swap::back).isInstanceOf(Killed.class);
            Swap.interrupted(tree.resolve("journal"), _ -> {}).ifPresent(Swap::back);
            assertThat(isOld(tree)).as("after " + at).isTrue();
        }
    }

    @Test
    void whatIsInTheWayIsNotOverwritten() throws IOException {
        prepare(folder);
        Files.writeString(folder.resolve("old"), "precious");
        var swap = Swap.of(folder.resolve("journal"), renames(folder), _ -> {});
        assertThatThrownBy(swap::forward).isInstanceOf(ProblemException.class);
        swap.back();
        assertThat(folder.resolve("live/config")).hasContent("old");
        assertThat(folder.resolve("old")).hasContent("precious");
    }

    private static void killed(Path tree, int at) {
        assertThatThrownBy(() -> Swap.of(tree.resolve("journal"), renames(tree), dying(at))
                        .forward())
                .isInstanceOf(Killed.class);
    }

    private static Consumer<String> dying(int at) {
        var told = new AtomicInteger();
        return _ -> {
            if (told.getAndIncrement() == at) {
                throw new Killed();
            }
        };
    }

    private static Path prepare(Path tree) throws IOException {
        Files.createDirectories(tree.resolve("live/cache"));
        Files.writeString(tree.resolve("live/config"), "old");
        Files.writeString(tree.resolve("live/cache/poster"), "jpg");
        Files.createDirectories(tree.resolve("new"));
        Files.writeString(tree.resolve("new/config"), "new");
        Files.writeString(tree.resolve("new-file"), "new");
        return tree;
    }

    private static List<Rename> renames(Path tree) {
        return List.of(
                new Rename(tree.resolve("live"), tree.resolve("old")),
                new Rename(tree.resolve("new"), tree.resolve("live")),
                new Rename(tree.resolve("old/cache"), tree.resolve("live/cache")),
                new Rename(tree.resolve("new-file"), tree.resolve("file")));
    }

    private static boolean isNew(Path tree) throws IOException {
        return Files.readString(tree.resolve("live/config")).equals("new")
                && Files.exists(tree.resolve("live/cache/poster"))
                && Files.exists(tree.resolve("file"))
                && !Files.exists(tree.resolve("new"));
    }

    private static boolean isOld(Path tree) throws IOException {
        return Files.readString(tree.resolve("live/config")).equals("old")
                && Files.exists(tree.resolve("live/cache/poster"))
                && !Files.exists(tree.resolve("file"))
                && Files.exists(tree.resolve("new-file"))
                && Files.exists(tree.resolve("new/config"));
    }
}
