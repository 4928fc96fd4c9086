package media.usenet.task;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.commands.FFmpegCommand;
import media.usenet.encoders.HardwareWish;
import media.usenet.graph.Timeline;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;

/// What is to be made of what.
public sealed interface Task {

    /// In the order in which FFmpeg counts its inputs.
    List<Source> sources();

    /// What the output is wrapped in.
    Format format();

    /// Added to the first source's name to name the output.
    String suffix();

    /// @param video empty where the picture is copied
    /// @param others codecs that will do as well, best first
    /// @param renditions of HLS and DASH; empty for one of the source's size
    record Transcode(
            Source input,
            Format format,
            Optional<VideoSpec> video,
            List<Codec> others,
            HardwareWish hardware,
            SoundWish sound,
            boolean subtitles,
            int segmentSeconds,
            List<Rendition> renditions)
            implements Task {

        public Transcode {
            others = List.copyOf(others);
            renditions = List.copyOf(renditions);
        }

        @Override
        public List<Source> sources() {
            return List.of(input);
        }

        @Override
        public String suffix() {
            return video.map(spec -> spec.codec().ffmpegName()).orElse("remuxed");
        }
    }

    /// @param track which sound track, from 0
    record Extract(Source input, AudioWish sound, int track) implements Task {

        @Override
        public List<Source> sources() {
            return List.of(input);
        }

        @Override
        public Format format() {
            return sound.format();
        }

        @Override
        public String suffix() {
            return "sound";
        }
    }

    /// @param tempo 2 is twice as fast
    record Tempo(Source input, AudioWish sound, double tempo) implements Task {

        @Override
        public List<Source> sources() {
            return List.of(input);
        }

        @Override
        public Format format() {
            return sound.format();
        }

        @Override
        public String suffix() {
            return "tempo";
        }
    }

    record Compose(
            Source video,
            Optional<Source> audio,
            Optional<Source> music,
            Optional<Duration> length,
            FrameWish frame,
            double musicVolume,
            boolean loopMusic)
            implements Task {

        @Override
        public List<Source> sources() {
            return Stream.of(Optional.of(video), audio, music)
                    .flatMap(Optional::stream)
                    .toList();
        }

        @Override
        public Format format() {
            return Format.MP4;
        }

        @Override
        public String suffix() {
            return "composed";
        }
    }

    record Arrange(List<Source> sources, Timeline timeline) implements Task {

        @Override
        public Format format() {
            return Format.MP4;
        }

        @Override
        public String suffix() {
            return "composed";
        }
    }

    record Concat(List<Source> sources, FrameWish frame) implements Task {

        @Override
        public Format format() {
            return Format.MP4;
        }

        @Override
        public String suffix() {
            return "joined";
        }
    }

    record Loop(Source input, Duration length, double fps) implements Task {

        @Override
        public List<Source> sources() {
            return List.of(input);
        }

        @Override
        public Format format() {
            return Format.MP4;
        }

        @Override
        public String suffix() {
            return "loop";
        }
    }

    /// A command that people wrote and that was understood.
    ///
    /// @param names of the sources in the command, in their order
    record Run(List<Source> sources, List<String> names, FFmpegCommand command) implements Task {

        public Run {
            sources = List.copyOf(sources);
            names = List.copyOf(names);
        }

        /// Of no meaning: the command names its outputs.
        @Override
        public Format format() {
            return Format.MKV;
        }

        @Override
        public String suffix() {
            return "";
        }
    }

    record Probe(Source input) implements Task {

        @Override
        public List<Source> sources() {
            return List.of(input);
        }

        @Override
        public Format format() {
            return Format.MKV;
        }

        @Override
        public String suffix() {
            return "";
        }
    }
}
