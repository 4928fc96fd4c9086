package media.usenet.encoders;

import java.util.Map;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.job.Lane;
import media.usenet.video.Abilities;
import media.usenet.video.Chain;
import media.usenet.video.Device;
import media.usenet.video.Encoder;
import media.usenet.video.VideoSpec;

/// One way to make what is wanted. The first rung is tried; the next one when it fails by its device's fault.
///
/// @param spec what is wanted, with this rung's codec
/// @param lane where it waits for its turn
/// @param environment variables that its driver wants
/// @param because why this one, and why not what stands before it
public record Rung(
        Encoder encoder,
        Device device,
        VideoSpec spec,
        Abilities abilities,
        Lane lane,
        Map<String, String> environment,
        String because) {

    public Rung {
        environment = Map.copyOf(environment);
    }

    /// FFmpeg's name of the encoder, and the device where it is not the CPU.
    public String name() {
        var encoderName = encoder.name(spec.codec());
        return encoder.family().hardware() ? encoderName + " on " + device.id() : encoderName;
    }

    /// @param build as [Encoders#machine()] has it: with the filters that work
    public Chain chain(Video input, FFmpegBuild build) {
        return encoder.chain(spec, input, device, build, abilities);
    }
}
