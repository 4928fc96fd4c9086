package media.usenet.encoders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.ffmpeg.Advisories;
import media.usenet.ffmpeg.FFmpegVersion;
import media.usenet.health.Check;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.video.Device;
import org.springframework.stereotype.Component;

/// Encoders that should work and do not, devices that rest, and an FFmpeg with known holes.
@Component
final class EncodersCheck implements Check {

    private final Encoders encoders;

    EncodersCheck(Encoders encoders) {
        this.encoders = encoders;
    }

    @Override
    public String component() {
        return "encoders";
    }

    @Override
    public List<Finding> findings() {
        // Proving takes longer than a check may; before the first proof there is nothing to say.
        return encoders.peek().map(EncodersCheck::findings).orElse(List.of());
    }

    static List<Finding> findings(Machine machine) {
        var findings = new ArrayList<Finding>();
        software(machine).ifPresent(findings::add);
        machine.candidates().stream()
                .filter(candidate -> !candidate.device().id().equals(Device.CPU_ID))
                .flatMap(candidate -> gpu(machine, candidate.device()))
                .forEach(findings::add);
        machine.withdrawn()
                .forEach((lane, reason) -> findings.add(new Finding(
                        "ENCODER_RESTS",
                        Severity.WARNING,
                        "%s takes no jobs for a while: %s".formatted(lane, reason),
                        "look into the kernel's messages (dmesg), then prove it anew: POST /v1/encoders/probe")));
        advisories(machine.build().version()).ifPresent(findings::add);
        return List.copyOf(findings);
    }

    private static Optional<Finding> software(Machine machine) {
        boolean any = machine.proofs().stream()
                .anyMatch(proof -> proof.proved() && !proof.family().hardware());
        return any
                ? Optional.empty()
                : Optional.of(new Finding(
                        "NO_SOFTWARE_ENCODER",
                        Severity.ERROR,
                        "FFmpeg %s encodes no video in software: nothing is left when hardware fails"
                                .formatted(machine.build().version()),
                        "install an FFmpeg with x264 (Debian: apt install ffmpeg), or set ffmpeg.program to one"));
    }

    private static Stream<Finding> gpu(Machine machine, Device device) {
        var proofs = machine.proofs().stream()
                .filter(proof -> proof.device().equals(device.id()))
                .toList();
        if (proofs.isEmpty() || proofs.stream().anyMatch(Proof::proved)) {
            return Stream.empty();
        }
        return proofs.stream()
                .limit(1)
                .flatMap(proof -> Stream.ofNullable(proof.failure())
                        .map(failure -> new Finding(
                                "GPU_DOES_NOT_ENCODE",
                                Severity.WARNING,
                                "%s (%s) encodes nothing: %s (%s)"
                                        .formatted(device.model(), device.id(), failure.meaning(), proof.reason()),
                                failure.remedy())));
    }

    private static Optional<Finding> advisories(FFmpegVersion version) {
        var open = Advisories.open(version);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        boolean patched = Advisories.patched(version);
        return Optional.of(new Finding(
                "FFMPEG_ADVISORIES",
                patched ? Severity.NOTICE : Severity.WARNING,
                "FFmpeg %s is older than the fixes of %s%s"
                        .formatted(
                                version,
                                String.join(", ", open),
                                patched ? "; your distribution may have closed them all the same" : ""),
                patched
                        ? "keep it up to date; what is closed stands in your distribution's security tracker"
                        : "install FFmpeg 8.1.3, 9.0.2 or later, or your distribution's"));
    }
}
