package media.usenet.transcode;

import java.io.IOException;
import java.io.UncheckedIOException;
import media.usenet.request.ComposeBody;
import media.usenet.request.JobOptions;
import media.usenet.request.Kind;
import media.usenet.request.LoopBody;
import media.usenet.request.ProbeBody;
import media.usenet.task.Source;
import media.usenet.uploads.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// The same requests with their files in them, as a form. The files become uploads.
@RestController
final class MediaFormController {

    private final Asking asking;
    private final Uploads uploads;

    MediaFormController(Asking asking, Uploads uploads) {
        this.asking = asking;
        this.uploads = uploads;
    }

    /// @param bgm music below
    @PostMapping(path = "/v1/compose/from-binaries", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> compose(
            @RequestPart MultipartFile video,
            @RequestPart(required = false) @Nullable MultipartFile audio,
            @RequestPart(required = false) @Nullable MultipartFile bgm,
            @RequestParam(name = "duration_ms", required = false) @Nullable Long durationMs,
            @RequestParam(required = false) @Nullable Integer width,
            @RequestParam(required = false) @Nullable Integer height,
            @RequestParam(required = false) @Nullable Double fps,
            @RequestParam(name = "bgm_volume", required = false) @Nullable Double bgmVolume,
            @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        var body = new ComposeBody(
                stored(video),
                audio == null ? null : stored(audio),
                bgm == null ? null : stored(bgm),
                null,
                durationMs,
                width,
                height,
                fps,
                bgmVolume,
                null,
                JobOptions.NONE);
        return asking.answer(Kind.COMPOSE, body, false, wait, null);
    }

    /// @param duration in seconds
    @PostMapping(path = "/v1/image/to-mp4-loop", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> loop(
            @RequestPart MultipartFile file,
            @RequestParam(required = false) @Nullable Integer duration,
            @RequestParam(defaultValue = "0") int wait)
            throws InterruptedException {
        return asking.answer(
                Kind.IMAGE_LOOP, new LoopBody(stored(file), duration, null, JobOptions.NONE), false, wait, null);
    }

    @PostMapping(path = "/v1/probe", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<?> probe(@RequestPart MultipartFile file, @RequestParam(defaultValue = "10") int wait)
            throws InterruptedException {
        return asking.answer(Kind.PROBE, new ProbeBody(stored(file), JobOptions.NONE), false, wait, null);
    }

    private String stored(MultipartFile file) {
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return Source.UPLOAD
                    + uploads.receive(name == null ? "upload" : name, file.getSize(), content)
                            .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
