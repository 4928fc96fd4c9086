package media.usenet.uploads;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadId;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.UuidUploadIdFactory;
import me.desair.tus.server.upload.disk.DiskLockingService;
import me.desair.tus.server.upload.disk.DiskStorageService;
import media.usenet.fetch.FileNames;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.springframework.util.StreamUtils;

/// The files that users sent, by id: what a request names as its input.
public final class Uploads {

    static final String PATH = "/v1/uploads";

    private static final Logger log = LoggerFactory.getLogger(Uploads.class);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private final UploadRules rules;
    private final Judge judge;
    private final InstantSource clock;
    private final DiskStorageService storage;
    private final TusFileUploadService tus;

    Uploads(Path folder, UploadRules rules, Judge judge, InstantSource clock) {
        this.folder = folder;
        this.rules = rules;
        this.judge = judge;
        this.clock = clock;
        this.storage = new DiskStorageService(folder.toString());
        this.tus = new TusFileUploadService()
                .withUploadIdFactory(new UuidUploadIdFactory())
                .withUploadStorageService(storage)
                .withUploadLockingService(new DiskLockingService(folder.toString()))
                .withMaxUploadSize(rules.most().toBytes())
                .withUploadExpirationPeriod(rules.keep().toMillis())
                // Parts that are joined only when they are read would be no file that a program can be given.
                .disableTusExtension("concatenation")
                .withUploadUri(PATH);
    }

    public List<Upload> all() {
        var found = new ArrayList<Upload>();
        for (var each : folders()) {
            read(each.getFileName().toString()).ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Upload::expires).thenComparing(Upload::id));
        return List.copyOf(found);
    }

    /// @throws ProblemException `UPLOAD_NOT_FOUND`
    public Upload get(String id) {
        return read(id).orElseThrow(() -> new ProblemException(
                Problem.UPLOAD_NOT_FOUND,
                "there is no upload %s".formatted(shown(id)),
                "GET /v1/uploads lists them; they are removed %d hours after their last use"
                        .formatted(rules.keep().toHours())));
    }

    /// The file itself, for a job to read. Its time begins anew.
    ///
    /// @throws ProblemException `UPLOAD_NOT_FOUND`, `UPLOAD_INCOMPLETE`, `UPLOAD_REFUSED`
    public Path file(String id) {
        var upload = get(id);
        switch (upload.state()) {
            case RECEIVING ->
                throw new ProblemException(
                        Problem.UPLOAD_INCOMPLETE,
                        "upload %s has %d bytes so far".formatted(id, upload.bytes()),
                        "send the rest of it first");
            case REFUSED -> throw refused(upload.name(), Objects.requireNonNull(upload.because()));
            case READY -> used(id);
        }
        return data(id);
    }

    /// @throws ProblemException `UPLOAD_NOT_FOUND`
    public void delete(String id) {
        var upload = get(id);
        remove(folder(id));
        log.info("Upload {} ({}) was removed", id, upload.name());
    }

    /// Takes a whole file in at once.
    ///
    /// @param length how many bytes will come, as far as that is known; below zero otherwise
    /// @throws ProblemException `UPLOAD_REFUSED`, `UPLOAD_TOO_LARGE`, with nothing kept
    public Upload receive(String name, long length, InputStream content) {
        sweep();
        var safe = FileNames.safe(name);
        mustBeWanted(safe);
        mustFit(length);
        var id = UUID.randomUUID().toString();
        try {
            var info = storage.create(info(safe, length), null);
            id = info.getId().toString();
            var received = storage.append(info, StreamUtils.nonClosing(content));
            // At the limit the storage stops reading, and says nothing.
            if (content.read() >= 0) {
                throw tooLarge();
            }
            received.setLength(received.getOffset());
            storage.update(received);
        } catch (IOException | TusException e) {
            remove(folder(id));
            throw lost(e);
        } catch (ProblemException e) {
            remove(folder(id));
            throw e;
        }
        judged(id, safe);
        return get(id);
    }

    private static UploadInfo info(String name, long length) {
        var info = new UploadInfo();
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        info.setEncodedMetadata("filename " + encoded);
        if (length >= 0) {
            info.setLength(length);
        }
        return info;
    }

    private static ProblemException lost(Exception e) {
        return new ProblemException(
                Problem.UPLOAD_INCOMPLETE,
                "the upload was cut off: " + e.getMessage(),
                "send it again; with the tus protocol it goes on where it was cut",
                e);
    }

    /// Answers one request of the tus protocol (tus.io, 1.0), and judges the file that it makes whole.
    void tus(HttpServletRequest request, HttpServletResponse response, Optional<String> id) throws IOException {
        if (id.isEmpty() && request.getMethod().equals("POST")) {
            sweep();
            nameIn(request.getHeader("Upload-Metadata")).ifPresent(this::mustBeWanted);
        }
        var answer = new TusResponse(response);
        tus.process(request, answer);
        var made = id.or(() -> Optional.ofNullable(response.getHeader("Location"))
                .map(location -> location.substring(location.lastIndexOf('/') + 1)));
        if (response.getStatus() < 300) {
            answer.bodyFollows();
            made.flatMap(this::read)
                    .filter(upload -> upload.state() == Upload.State.RECEIVING)
                    .filter(upload -> Objects.equals(upload.length(), upload.bytes()))
                    .ifPresent(upload -> judged(upload.id(), upload.name()));
        }
    }

    private static Optional<String> nameIn(@Nullable String metadata) {
        if (metadata == null) {
            return Optional.empty();
        }
        var info = new UploadInfo();
        info.setEncodedMetadata(metadata);
        return Optional.ofNullable(info.getMetadata().get("filename")).map(FileNames::safe);
    }

    private void judged(String id, String name) {
        var verdict = judge.judge(name, data(id));
        verdict(id).write(verdict);
        var because = verdict.because();
        if (because != null) {
            remove(data(id));
            log.warn("Upload {} ({}) was refused: {}", id, name, because);
            throw refused(name, because);
        }
        log.info("Upload {} ({}) is here", id, name);
    }

    private void mustBeWanted(String name) {
        var flaw = judge.flawOfName(name);
        if (flaw.isPresent()) {
            throw refused(name, flaw.get());
        }
    }

    private void mustFit(long length) {
        if (length > rules.most().toBytes()) {
            throw tooLarge();
        }
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                Problem.UPLOAD_TOO_LARGE,
                "the file has more than the %d MB that are allowed"
                        .formatted(rules.most().toMegabytes()),
                "an administrator may raise uploads.max-size");
    }

    private static ProblemException refused(String name, String because) {
        return new ProblemException(
                Problem.UPLOAD_REFUSED,
                "%s is not taken: %s".formatted(name, because),
                "send a video, sound, picture or subtitle under its own ending");
    }

    /// Removes what nobody has asked for or added to in the time that uploads are kept.
    void sweep() {
        var now = clock.instant();
        for (var each : folders()) {
            if (expires(each).isBefore(now)) {
                remove(each);
                log.info(
                        "Upload {} was removed: nobody used it for {} h",
                        each.getFileName(),
                        rules.keep().toHours());
            }
        }
    }

    private Optional<Upload> read(String id) {
        if (!ID.matcher(id).matches() || !Files.isDirectory(folder(id))) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(storage.getUploadInfo(new UploadId(id))).map(info -> upload(id, info));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Upload upload(String id, UploadInfo info) {
        var verdict = verdict(id).read();
        var kind = verdict.map(Verdict::kind).orElse(null);
        var state =
                verdict.isEmpty() ? Upload.State.RECEIVING : kind == null ? Upload.State.REFUSED : Upload.State.READY;
        return new Upload(
                id,
                FileNames.safe(info.getFileName()),
                state,
                info.getOffset(),
                info.getLength(),
                kind,
                verdict.map(Verdict::because).orElse(null),
                expires(folder(id)));
    }

    /// Kept as the time of the folder: it survives a restart, and is set by whoever uses the file.
    private Instant expires(Path each) {
        try {
            var data = each.resolve("data");
            var latest = Files.getLastModifiedTime(each).toInstant();
            if (Files.exists(data)) {
                var written = Files.getLastModifiedTime(data).toInstant();
                latest = written.isAfter(latest) ? written : latest;
            }
            return latest.plus(rules.keep());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void used(String id) {
        try {
            Files.setLastModifiedTime(folder(id), FileTime.from(clock.instant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> folders() {
        var uploads = folder.resolve("uploads");
        if (!Files.isDirectory(uploads)) {
            return List.of();
        }
        try (var each = Files.list(uploads)) {
            return each.filter(path -> ID.matcher(path.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String id) {
        return folder.resolve("uploads").resolve(id);
    }

    private Path data(String id) {
        return folder(id).resolve("data");
    }

    private StateFile<Verdict> verdict(String id) {
        return new StateFile<>(folder(id).resolve("verdict.json"), Verdict.class);
    }

    private static void remove(Path path) {
        try {
            if (Files.isDirectory(path)) {
                FileSystemUtils.deleteRecursively(path);
            }
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String shown(String id) {
        return ID.matcher(id).matches() ? id : "of that name";
    }
}
