package media.usenet.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import media.usenet.library.DirtyFolders.Dirty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryWatchTest {

    @TempDir
    Path folder;

    @Test
    void changesReachTheCatalogWithoutARescan() throws IOException {
        try (var rig = LibraryRig.of(folder, "films")) {
            var old = rig.make("films/media/old/a.mkv", "one");
            rig.scan();
            var watch = new LibraryWatch(rig.roots, rig.catalog, rig.scanner, true, Duration.ofMillis(50));
            watch.start();
            await(() -> watch.reason() == null);
            rig.make("films/media/new/deep/b.mkv", "two");
            await(() -> rig.found().contains("films/media/new/deep/b.mkv"));
            rig.make("films/media/new/deep/c.mkv", "three");
            Files.delete(old);
            await(() -> rig.found().equals(List.of("films/media/new/deep/b.mkv", "films/media/new/deep/c.mkv")));
            Files.move(folder.resolve("films/media/new"), folder.resolve("films/media/.trash"));
            await(() -> rig.found().isEmpty());
            watch.stop();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for a minute").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void aFolderIsLookedAtWhenItRests() {
        var dirty = new DirtyFolders(Duration.ofNanos(10));
        dirty.add(folder, false, 100);
        dirty.add(folder, true, 105);
        assertThat(dirty.due(114)).isEmpty();
        assertThat(dirty.due(115)).containsExactly(new Dirty(folder, true));
        assertThat(dirty.due(200)).isEmpty();
    }

    @Test
    void aFolderThatNeverRestsIsLookedAtAllTheSame() {
        var dirty = new DirtyFolders(Duration.ofNanos(10));
        var due = new ArrayList<Dirty>();
        for (long now = 0; now <= 60; now += 5) {
            dirty.add(folder, false, now);
            due.addAll(dirty.due(now));
        }
        assertThat(due).hasSize(1);
    }
}
