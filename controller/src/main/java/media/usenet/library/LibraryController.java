package media.usenet.library;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The library over HTTP.
@RestController
@RequestMapping("/v1/library")
final class LibraryController {

    private static final int LARGEST_PAGE = 500;
    private static final int SHOWN_SCANS = 10;

    private final Library library;
    private final LibraryStand stand;
    private final LibraryScans scans;

    LibraryController(Library library, LibraryStand stand, LibraryScans scans) {
        this.library = library;
        this.stand = stand;
        this.scans = scans;
    }

    @GetMapping
    LibraryReport report() {
        return stand.report(SHOWN_SCANS);
    }

    @PostMapping("/scan")
    ResponseEntity<?> scan(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable ScanRequest request) {
        var wanted = Objects.requireNonNullElse(request, ScanRequest.ALL);
        if (dryRun) {
            return ResponseEntity.ok(scans.preview(wanted));
        }
        var operation = scans.start(wanted);
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }

    /// Facets take several values, with commas between them.
    ///
    /// @param size 0 for the counts alone
    @GetMapping("/files")
    PageAnswer files(
            @RequestParam(required = false) @Nullable List<String> slot,
            @RequestParam(required = false) @Nullable List<String> area,
            @RequestParam(required = false) @Nullable List<String> presence,
            @RequestParam(required = false) @Nullable List<String> status,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable List<String> resolution,
            @RequestParam(required = false) @Nullable List<String> codec,
            @RequestParam(required = false) @Nullable List<String> hdr,
            @RequestParam(required = false) @Nullable List<String> audio,
            @RequestParam(required = false) @Nullable List<String> language,
            @RequestParam(required = false) @Nullable List<String> duration,
            @RequestParam(required = false) @Nullable List<String> bitrate,
            @RequestParam(required = false) @Nullable Long minSeconds,
            @RequestParam(required = false) @Nullable Long maxSeconds,
            @RequestParam(required = false) @Nullable Long minBitrate,
            @RequestParam(required = false) @Nullable Long maxBitrate,
            @RequestParam(required = false) @Nullable Long minBytes,
            @RequestParam(required = false) @Nullable Long maxBytes,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(defaultValue = "name") String sort,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "50") int size) {
        var filter = new LibraryQuery()
                .with(Facet.SLOT, slot)
                .with(Facet.AREA, area)
                .with(Facet.PRESENCE, presence)
                .with(Facet.STATUS, status)
                .with(Facet.KIND, kind)
                .with(Facet.RESOLUTION, resolution)
                .with(Facet.CODEC, codec)
                .with(Facet.HDR, hdr)
                .with(Facet.AUDIO, audio)
                .with(Facet.LANGUAGE, language)
                .with(Facet.DURATION, duration)
                .with(Facet.BITRATE, bitrate)
                .filter(
                        Range.ofSeconds(minSeconds, maxSeconds),
                        new Range(minBitrate, maxBitrate),
                        new Range(minBytes, maxBytes),
                        text);
        requirePage(page, size);
        return PageAnswer.of(library.page(filter, sort, page, size));
    }

    private static void requirePage(int page, int size) {
        if (page < 1 || size < 0 || size > LARGEST_PAGE) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "there is no page %d of %d files".formatted(page, size),
                    "ask for page 1 or later, of 0 to %d files".formatted(LARGEST_PAGE));
        }
    }

    @GetMapping("/files/{id}")
    FileAnswer file(@PathVariable long id) {
        return library.find(id)
                .map(file -> FileAnswer.of(file, true))
                .orElseThrow(() -> notFound("no file of the library has the number %d".formatted(id)));
    }

    /// @param path from the machine's root
    @GetMapping("/file")
    FileAnswer fileAt(@RequestParam String path) {
        return Optional.of(path)
                .filter(text -> text.startsWith("/") && text.indexOf('\0') < 0)
                .flatMap(text -> library.at(Path.of(text)))
                .map(file -> FileAnswer.of(file, true))
                .orElseThrow(() -> notFound("the library has no file %s".formatted(path)));
    }

    private static ProblemException notFound(String detail) {
        return new ProblemException(
                Problem.MEDIA_NOT_FOUND, detail, "look for it: usenet media list --text WORD; or: usenet media scan");
    }
}
