package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.archive.ArchiveFile;
import media.usenet.archive.ArchiveWriter;
import media.usenet.sqlite.SqliteFacts;
import media.usenet.sqlite.Writer;

/// Backups that are made while every database is written, each packed, unpacked again and judged.
public final class UnderLoad {

    private static final String OTHER = "other.mdb";
    private static final int OTHER_MEGABYTES = 64;

    private UnderLoad() {}

    /// @param whole how many runs gave back every database sound, and after a whole transaction
    /// @param transactions that were written meanwhile
    /// @param held how often a service was held for a database of SQLite
    /// @param longestHoldMillis for a database that has to be held
    public record Outcome(int runs, int whole, long transactions, int held, double longestHoldMillis) {}

    /// @param databases of SQLite, each with a writer of its own; one that is none, of 64 MB, is beside them
    public static Outcome run(Path folder, int databases, int runs) throws IOException, SQLException {
        var home = Files.createDirectories(folder.resolve("busy"));
        writeAnew(home.resolve(OTHER));
        var writers = new ArrayList<Writer>();
        try {
            for (int at = 0; at < databases; at++) {
                writers.add(Writer.on(home.resolve("db" + at + ".db")));
            }
            return run(folder, home, writers, runs);
        } finally {
            writers.forEach(Writer::close);
        }
    }

    private static Outcome run(Path folder, Path home, List<Writer> writers, int runs)
            throws IOException, SQLException {
        long before = transactions(writers);
        int whole = 0;
        int held = 0;
        double longest = 0;
        for (int run = 0; run < runs; run++) {
            writeAnew(home.resolve(OTHER));
            var staged = new Stage(folder.resolve("busy-stage"), _ -> Optional.of(() -> {}))
                    .take(List.of(busy(home), other(home)), (_, _) -> {});
            held += staged.held().containsKey("busy") ? 1 : 0;
            longest = Math.max(longest, staged.held().getOrDefault("other", 0.0));
            whole += isWhole(restored(folder, staged), staged, writers.size()) ? 1 : 0;
        }
        return new Outcome(runs, whole, transactions(writers) - before, held, longest);
    }

    private static Source busy(Path home) {
        return new Source("apps/busy", "busy", home, Recipe.of(List.of("*.db"), List.of()));
    }

    private static Source other(Path home) {
        var recipe = new Recipe(List.of(OTHER), List.of(), List.of(OTHER), List.of(), Recipe.USUAL_LARGEST);
        return new Source("apps/other", "other", home, recipe);
    }

    /// Piece by piece: the controller's heap is not much larger.
    private static void writeAnew(Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            var piece = new byte[1 << 20];
            for (int at = 0; at < OTHER_MEGABYTES; at++) {
                out.write(piece);
            }
        }
    }

    private static Path restored(Path folder, Staged staged) throws IOException {
        var file = folder.resolve("busy.tar.zst");
        var out = folder.resolve("busy-out");
        Files.deleteIfExists(file);
        if (Files.exists(out)) {
            try (var old = Files.walk(out)) {
                for (var one : old.toList().reversed()) {
                    Files.delete(one);
                }
            }
        }
        new ArchiveWriter(staged.tree(), Optional.empty(), _ -> {}).write(StagedManifest.of(staged), file);
        new ArchiveFile(file, Optional.empty()).extract(Files.createDirectories(out), _ -> true, _ -> {});
        return out;
    }

    private static boolean isWhole(Path out, Staged staged, int databases) throws SQLException {
        boolean whole = staged.databases().size() == databases;
        for (var database : staged.databases()) {
            var copy = out.resolve(database.path());
            whole &= SqliteFacts.of(copy).sound() && Writer.isWhole(copy);
        }
        return whole;
    }

    private static long transactions(List<Writer> writers) {
        return writers.stream().mapToLong(Writer::transactions).sum();
    }
}
