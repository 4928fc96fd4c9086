package media.usenet.transcode;

import media.usenet.request.CommandBody;
import media.usenet.request.CommandTaskBody;
import media.usenet.request.ComposeBody;
import media.usenet.request.ConcatBody;
import media.usenet.request.ExtractBody;
import media.usenet.request.Kind;
import media.usenet.request.LoopBody;
import media.usenet.request.ProbeBody;
import media.usenet.request.TempoBody;
import media.usenet.request.TracksBody;
import media.usenet.request.TranscodeBody;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What FFmpeg can be asked for. Each request is answered 202 with its job; with `wait`, 200 with the job as it
/// ended, if it ends in that many seconds; with `dryRun`, 200 with what would become of it.
@RestController
final class TranscodeController {

    private static final String ONCE = "Idempotency-Key";
    private static final String NO = "false";
    private static final String NOT = "0";
    private static final String A_LITTLE = "10";

    private final Asking asking;

    TranscodeController(Asking asking) {
        this.asking = asking;
    }

    @PostMapping("/v1/transcode")
    ResponseEntity<?> transcode(
            @RequestBody TranscodeBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.TRANSCODE, body, dryRun, wait, once);
    }

    @PostMapping("/v1/audio/extract")
    ResponseEntity<?> extract(
            @RequestBody ExtractBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.AUDIO_EXTRACT, body, dryRun, wait, once);
    }

    @PostMapping("/v1/audio/tempo")
    ResponseEntity<?> tempo(
            @RequestBody TempoBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.AUDIO_TEMPO, body, dryRun, wait, once);
    }

    @PostMapping("/v1/compose/from-urls")
    ResponseEntity<?> compose(
            @RequestBody ComposeBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.COMPOSE, body, dryRun, wait, once);
    }

    @PostMapping("/v1/compose/from-tracks")
    ResponseEntity<?> arrange(
            @RequestBody TracksBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.COMPOSE_TRACKS, body, dryRun, wait, once);
    }

    @PostMapping("/v1/video/concat")
    ResponseEntity<?> concat(
            @RequestBody ConcatBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.CONCAT, body, dryRun, wait, once);
    }

    @PostMapping(path = "/v1/image/to-mp4-loop", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> loop(
            @RequestBody LoopBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.IMAGE_LOOP, body, dryRun, wait, once);
    }

    @PostMapping(path = "/v1/probe", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> probe(
            @RequestBody ProbeBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = A_LITTLE) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.PROBE, body, dryRun, wait, once);
    }

    @PostMapping("/v1/run-ffmpeg-command")
    ResponseEntity<?> command(
            @RequestBody CommandBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.COMMAND, body, dryRun, wait, once);
    }

    @PostMapping("/v2/run-ffmpeg-job")
    ResponseEntity<?> commandTask(
            @RequestBody CommandTaskBody body,
            @RequestParam(defaultValue = NO) boolean dryRun,
            @RequestParam(defaultValue = NOT) int wait,
            @RequestHeader(name = ONCE, required = false) @Nullable String once)
            throws InterruptedException {
        return asking.answer(Kind.COMMAND_TASK, body, dryRun, wait, once);
    }
}
