package media.usenet.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import media.usenet.database.Database;
import media.usenet.event.Step;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.library.Scanner.Manner;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;

/// A library on slots in a temporary folder, with a probe that is told what files hold.
final class LibraryRig implements AutoCloseable, SlotSource {

    static final Pace PACE = new Pace(2, 10, Duration.ZERO, Duration.ofSeconds(5));
    static final Instant OLD = Instant.parse("2026-11-01T10:00:00Z");

    final Path folder;
    final Database database;
    final Catalog catalog;
    final Roots roots;
    final Library library;
    final List<Path> probed = new CopyOnWriteArrayList<>();
    final Map<String, Prober.Probe> answers = new HashMap<>();
    final List<Consumer<Instant>> pauses = new CopyOnWriteArrayList<>();
    final List<Step> steps = new CopyOnWriteArrayList<>();
    final List<String> offline = new ArrayList<>();
    final Scanner scanner;
    private final List<String> slots;

    LibraryRig(Path folder, String address, List<String> slots, List<Path> folders) throws IOException {
        this.folder = folder;
        this.slots = List.copyOf(slots);
        for (var slot : slots) {
            Files.createDirectories(folder.resolve(slot).resolve("media"));
        }
        this.database = Database.at(address, true);
        this.catalog = new Catalog(database);
        this.roots = new Roots(this, folders);
        this.library = new Library(database, roots, catalog);
        this.scanner = new Scanner(
                catalog,
                this::device,
                new Prober(this::probe, time -> pauses.forEach(pause -> pause.accept(time))),
                PACE,
                InstantSource.system());
    }

    static LibraryRig of(Path folder, String... slots) throws IOException {
        return new LibraryRig(folder, "sqlite://" + folder.resolve("library.db"), List.of(slots), List.of());
    }

    ScanSummary scan() {
        return scan(false, false);
    }

    ScanSummary scan(boolean again, boolean dry) {
        return scan(roots.all().stream().map(Scope::all).toList(), again, dry);
    }

    ScanSummary scan(List<Scope> scopes, boolean again, boolean dry) {
        probed.clear();
        return scanner.scan(scopes, new Manner("test", again, dry), steps::add);
    }

    Root root(String slot) {
        return roots.find(slot).orElseThrow();
    }

    /// A file that rests.
    Path make(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return rest(file, OLD);
    }

    static Path rest(Path file, Instant since) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(since));
        return file;
    }

    List<String> found() {
        return library.present()
                .map(file -> folder.relativize(file.path()).toString())
                .sorted()
                .toList();
    }

    LibraryFile at(String path) {
        return library.at(folder.resolve(path)).orElseThrow();
    }

    private OptionalLong device(Root root) {
        if (offline.contains(root.slot())) {
            return OptionalLong.empty();
        }
        return Files.isDirectory(root.path()) ? OptionalLong.of(key(root.path())) : OptionalLong.empty();
    }

    private static long key(Path path) {
        try {
            return Walk.device(path);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private MediaFacts probe(Path file) {
        probed.add(folder.relativize(file));
        return answers.getOrDefault(file.getFileName().toString(), _ -> film(1920, 1080, "h264", HdrKind.SDR, "eng"))
                .probe(file);
    }

    static MediaFacts film(int width, int height, String codec, HdrKind hdr, String... languages) {
        var video = new Video(
                0,
                codec,
                "Main",
                width,
                height,
                FrameRate.of(24),
                "yuv420p",
                8,
                FieldOrder.PROGRESSIVE,
                Colour.UNKNOWN,
                new Hdr(hdr, null, true, null, null),
                0,
                4_000_000);
        return facts(List.of(video), languages);
    }

    static MediaFacts sound(String... languages) {
        return facts(List.of(), languages);
    }

    private static MediaFacts facts(List<Video> video, String... languages) {
        var sounds = new ArrayList<Audio>();
        for (var language : languages) {
            sounds.add(new Audio(
                    1 + sounds.size(), "aac", "LC", 2, "stereo", 48_000, 128_000, language, null, sounds.isEmpty()));
        }
        return new MediaFacts(
                List.of("matroska", "webm"),
                Duration.ofMinutes(100),
                3_000_000_000L,
                4_200_000,
                video,
                sounds,
                List.of(),
                List.of(),
                12);
    }

    @Override
    public List<Slot> slots() {
        return slots.stream()
                .map(slot -> new Slot(slot, folder.resolve(slot), !offline.contains(slot), false, "ext4", 0, 0))
                .toList();
    }

    @Override
    public Path place(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void close() {
        database.close();
    }
}
