package media.usenet.encoders;

import java.util.List;
import media.usenet.effect.Change;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.ffmpeg.FFmpeg;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What this machine encodes with, proved; and what does not work, with its reason.
@RestController
@RequestMapping("/v1/encoders")
final class EncodersController {

    private final Encoders encoders;
    private final FFmpeg ffmpeg;
    private final Operations operations;

    EncodersController(Encoders encoders, FFmpeg ffmpeg, Operations operations) {
        this.encoders = encoders;
        this.ffmpeg = ffmpeg;
        this.operations = operations;
    }

    @GetMapping
    EncodersAnswer all() throws InterruptedException {
        return EncodersAnswer.of(encoders.machine(), encoders.book(), ffmpeg.program());
    }

    /// Proves everything anew.
    @PostMapping("/probe")
    ResponseEntity<?> probe(@RequestParam(defaultValue = "false") boolean dryRun) {
        return dryRun ? ResponseEntity.ok(preview()) : prove();
    }

    private static Change preview() {
        return new Change(
                "encoders probe",
                "the encoders of this machine",
                null,
                List.of(
                        "look which devices there are, and which encoders FFmpeg has for them",
                        "prove each by encoding ten frames, which takes seconds",
                        "give devices that rest another chance"),
                List.of(),
                "usenet hardware encoders --probe");
    }

    private ResponseEntity<?> prove() {
        return Accepted.by(operations.start("encoders.probe", tell -> {
            var machine = Uninterrupted.get(encoders::refresh);
            machine.proofs().forEach(proof -> tell.accept(Step.of(subject(proof), proof.reason())));
            return Result.of(machine.proofs().stream()
                    .filter(Proof::proved)
                    .map(EncodersController::subject)
                    .distinct()
                    .toList());
        }));
    }

    private static String subject(Proof proof) {
        return "%s/%d".formatted(proof.encoder(), proof.bitDepth());
    }
}
