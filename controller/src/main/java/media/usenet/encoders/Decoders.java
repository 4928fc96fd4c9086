package media.usenet.encoders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.ffmpeg.Scratch;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;
import media.usenet.video.Abilities;
import media.usenet.video.VideoSpec;
import media.usenet.video.VideoSpec.Depth;

/// Proves what a device decodes, by feeding its own encoder from its own decoder: FFmpeg decodes on the CPU in
/// silence where the device cannot, but the device's filters then refuse the frames.
final class Decoders {

    /// How a sample of each is made; where this FFmpeg cannot make one, nothing is proved of it.
    private record Sample(String codec, int bitDepth, String encoder) {

        String key() {
            return codec + ":" + bitDepth;
        }
    }

    private static final List<Sample> SAMPLES = List.of(
            new Sample("h264", 8, "libx264"),
            new Sample("hevc", 8, "libx265"),
            new Sample("hevc", 10, "libx265"),
            new Sample("av1", 8, "libsvtav1"),
            new Sample("av1", 10, "libsvtav1"),
            new Sample("vp9", 8, "libvpx-vp9"),
            new Sample("mpeg2video", 8, "mpeg2video"));

    private final Trial trial;

    Decoders(Trial trial) {
        this.trial = trial;
    }

    /// The proofs, those in hardware with what their device decodes for them.
    List<Proof> added(List<Candidate> candidates, List<Proof> proofs, FFmpegBuild build) throws InterruptedException {
        var inHardware = proofs.stream()
                .filter(proof -> proof.proved() && proof.family().hardware())
                .toList();
        if (inHardware.isEmpty()) {
            return proofs;
        }
        var found = new HashMap<String, Set<String>>();
        try (var scratch = Scratch.below(trial.work())) {
            var films = films(scratch.folder(), build);
            for (var proof : inHardware) {
                if (!found.containsKey(pair(proof))) {
                    found.put(pair(proof), decodes(candidate(candidates, proof), proof, films, build));
                }
            }
        }
        return proofs.stream()
                .map(proof -> proof.proved() ? proof.decoding(found.getOrDefault(pair(proof), Set.of())) : proof)
                .toList();
    }

    private Map<Sample, Path> films(Path folder, FFmpegBuild build) throws InterruptedException {
        var films = new LinkedHashMap<Sample, Path>();
        for (var sample : SAMPLES) {
            if (build.encoders().contains(sample.encoder())) {
                var film = folder.resolve("sample-%s-%d.mkv".formatted(sample.codec(), sample.bitDepth()));
                var arguments = new ArrayList<>(Prober.FRAMES);
                arguments.addAll(List.of("-c:v", sample.encoder()));
                arguments.addAll(List.of("-pix_fmt", sample.bitDepth() == 10 ? "yuv420p10le" : "yuv420p"));
                arguments.add(MediaInput.name(film));
                if (trial.run(arguments, cell(folder), Map.of()).isEmpty()) {
                    films.put(sample, film);
                }
            }
        }
        return films;
    }

    private Set<String> decodes(Candidate candidate, Proof proof, Map<Sample, Path> films, FFmpegBuild build)
            throws InterruptedException {
        var decodes = new TreeSet<String>();
        for (var film : films.entrySet()) {
            if (decodes(candidate, proof, film.getKey(), film.getValue(), build)) {
                decodes.add(film.getKey().key());
            }
        }
        return decodes;
    }

    private boolean decodes(Candidate candidate, Proof proof, Sample sample, Path film, FFmpegBuild build)
            throws InterruptedException {
        var encoder = candidate.encoders().stream()
                .filter(one -> one.family() == proof.family())
                .findFirst()
                .orElseThrow();
        var chain = encoder.chain(
                VideoSpec.of(proof.codec(), 23).with(Depth.EIGHT),
                Prober.video(sample.codec(), sample.bitDepth()),
                candidate.device(),
                build,
                new Abilities(false, Set.of(sample.key())));
        if (!chain.stages().decode().equals("device")) {
            return false;
        }
        var arguments = new ArrayList<>(chain.devices());
        arguments.addAll(chain.decoding());
        arguments.addAll(MediaInput.of(film).arguments());
        arguments.addAll(chain.output("v"));
        arguments.addAll(Prober.NOWHERE);
        return trial.run(arguments, List.of(film), candidate).isEmpty();
    }

    private static Cell cell(Path folder) {
        return new Cell(folder, List.of(), List.of(), Limits.USUAL.withNiceness(0));
    }

    private static Candidate candidate(List<Candidate> candidates, Proof proof) {
        return candidates.stream()
                .filter(candidate -> candidate.device().id().equals(proof.device()))
                .findFirst()
                .orElseThrow();
    }

    private static String pair(Proof proof) {
        return proof.device() + "/" + proof.family();
    }
}
