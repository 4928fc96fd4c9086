package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import media.usenet.database.Backend;
import media.usenet.database.Database;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DatabaseMemoryIT {

    private static final Instant MODIFIED = Instant.parse("2026-11-21T10:00:00.123456789Z");
    private static final Hashes HASHES = new Hashes(new Hash(-1, 2), new Hash(Long.MIN_VALUE, 4));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void thousands_are_known_again_on_their_volume(Backend backend) {
        try (var database = Database.at(backend.address(folder), true)) {
            var memory =
                    new DatabaseMemory(database, file -> "volume-" + file.key().device());
            Map<Content, Hashes> kept = new HashMap<>();
            var files = new ArrayList<Content>();
            for (int n = 0; n < 1_300; n++) {
                var file = file(n % 2, n, 10, MODIFIED);
                files.add(file);
                kept.put(file, new Hashes(new Hash(n, n), n % 3 == 0 ? null : new Hash(-n, n)));
            }
            memory.keep(kept);
            assertThat(memory.recall(files))
                    .hasSize(1_300)
                    .allSatisfy((key, hashes) -> assertThat(hashes).isEqualTo(kept.get(files.get((int) key.inode()))));
            assertThat(memory.recall(List.of(file(1, 0, 10, MODIFIED)))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_size_or_time_of_change_is_another_content(Backend backend) {
        try (var database = Database.at(backend.address(folder), true)) {
            var memory = new DatabaseMemory(database, _ -> "volume");
            memory.keep(Map.of(file(1, 1, 10, MODIFIED), HASHES));
            assertThat(memory.recall(List.of(file(1, 1, 11, MODIFIED)))).isEmpty();
            assertThat(memory.recall(List.of(file(1, 1, 10, MODIFIED.plusNanos(1)))))
                    .isEmpty();
            var longer = file(1, 1, 11, MODIFIED);
            memory.keep(Map.of(longer, HASHES));
            assertThat(memory.recall(List.of(longer))).isEqualTo(Map.of(longer.key(), HASHES));
            assertThat(memory.recall(List.of(file(1, 1, 10, MODIFIED)))).isEmpty();
        }
    }

    private static Content file(long device, long inode, long bytes, Instant modified) {
        return new Content(Path.of("/srv/films/a"), bytes, new FileKey(device, inode), modified);
    }
}
