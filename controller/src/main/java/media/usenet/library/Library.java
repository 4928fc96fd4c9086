package media.usenet.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.database.Database;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The media files that there are, as they were found last. Safe to use from several threads.
public final class Library {

    private static final int AT_ONCE = 500;
    private static final int FEW = 20_000;

    /// What files can be sorted by: the word of the request, and the column.
    static final Map<String, String> SORTS = Map.of(
            "name", "name",
            "bytes", "bytes",
            "modified", "modified_ms",
            "duration", "duration_ms",
            "bitrate", "bitrate",
            "resolution", "height",
            "added", "added_ms");

    private record Counted(long version, Set<String> online, List<CountedCell> cells) {}

    private final Database database;
    private final Roots roots;
    private final Catalog catalog;
    private final CellCounts counts;
    private final RecentCounts recent = new RecentCounts();
    private volatile @Nullable Counted last;

    Library(Database database, Roots roots, Catalog catalog) {
        this.database = database;
        this.roots = roots;
        this.catalog = catalog;
        this.counts = new CellCounts(database);
    }

    /// @param sort one of `name`, `bytes`, `modified`, `duration`, `bitrate`, `resolution`, `added`, with a `-`
    ///     before it for the largest or last first
    /// @param page from 1
    /// @param size 0 for the counts alone
    /// @throws ProblemException `INVALID_REQUEST`
    public LibraryPage page(LibraryFilter filter, String sort, int page, int size) {
        var order = order(sort);
        var now = roots.all();
        var online = online(now);
        var question = new RecentCounts.Question(catalog.version(), online, filter);
        var counted = recent.of(question, () -> FacetCounts.of(cells(filter, online), filter));
        var where = Where.all(filter, online);
        var parameters = where.parameters();
        parameters.put("limit", size);
        parameters.put("offset", (long) (page - 1) * size);
        // The ids alone first: facts are read of those rows only that are shown.
        var ids = "(select id from library_files matching %s %s limit :limit offset :offset)"
                .formatted(where.text(), counted.files() > FEW ? order.of("matching") : order.sorted("matching"));
        var rest = "where files.id in %s %s".formatted(ids, order.of("files"));
        var files =
                size == 0 ? List.<LibraryFile>of() : database.read(db -> new FileRows(now).list(db, rest, parameters));
        long pages = size == 0 ? 1 : Math.max(1, (counted.files() + size - 1) / size);
        return new LibraryPage(files, counted.files(), counted.bytes(), page, size, pages, counted.facets());
    }

    public Optional<LibraryFile> find(long id) {
        return one("where files.id = :id", Map.of("id", id));
    }

    /// The file that is at that path, or was while its drive was there.
    public Optional<LibraryFile> at(Path path) {
        var file = Roots.real(path);
        return roots.of(file).flatMap(root -> {
            var place = Place.of(root.path().relativize(file));
            return one(
                    "where files.slot = :slot and files.place = :place",
                    Map.of("slot", root.slot(), "place", place.hash()));
        });
    }

    /// All files that are there, with their facts; read in parts, so that neither they all nor the database are held.
    public Stream<LibraryFile> present() {
        return Stream.iterate(
                        after(0),
                        batch -> !batch.isEmpty(),
                        batch -> after(batch.getLast().id()))
                .flatMap(List::stream)
                .filter(file -> file.presence() == Presence.PRESENT);
    }

    private List<LibraryFile> after(long id) {
        return database.read(db -> new FileRows(roots.all())
                .list(
                        db,
                        "where files.id > :after order by files.id limit :limit",
                        Map.of("after", id, "limit", AT_ONCE)));
    }

    private Optional<LibraryFile> one(String where, Map<String, Object> parameters) {
        return database.read(db ->
                new FileRows(roots.all()).list(db, where, parameters).stream().findFirst());
    }

    /// @throws ProblemException `INVALID_REQUEST`
    private static Order order(String sort) {
        boolean down = sort.startsWith("-");
        var column = SORTS.get(down ? sort.substring(1) : sort);
        if (column == null) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "files are not sorted by '%s'".formatted(sort),
                    "use one of %s, with a - for the largest or last first"
                            .formatted(SORTS.keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        return new Order(column, down ? " desc" : "");
    }

    private record Order(String column, String way) {

        String of(String table) {
            return "order by %s.%s%s, %s.id%s".formatted(table, column, way, table, way);
        }

        /// The same, which no index has: where few files match, they are found first and then sorted, rather than
        /// looked for in the order of all files.
        String sorted(String table) {
            return "order by coalesce(%s.%s, null)%s, %s.id%s".formatted(table, column, way, table, way);
        }
    }

    private static Set<String> online(List<Root> roots) {
        return roots.stream().filter(Root::online).map(Root::slot).collect(Collectors.toSet());
    }

    /// Counting reads every row, so what is filtered by facets alone is counted once for each change of the catalog.
    private List<CountedCell> cells(LibraryFilter filter, Set<String> online) {
        if (!filter.ofFacets()) {
            return count(filter, online);
        }
        var known = last;
        long version = catalog.version();
        if (known == null || known.version() != version || !known.online().equals(online)) {
            known = new Counted(version, online, count(filter, online));
            last = known;
        }
        return known.cells();
    }

    private List<CountedCell> count(LibraryFilter filter, Set<String> online) {
        return counts.of(Where.ranges(filter), online);
    }
}
