package media.usenet.encoders;

import java.nio.file.Path;
import java.time.InstantSource;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.hardware.Hardware;
import media.usenet.hardware.HardwareProfiles;
import media.usenet.host.ProgramFolders;
import media.usenet.host.StateFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EncodersProperties.class)
class EncodersConfiguration {

    /// Two cores' worth of short trials each: most of one is FFmpeg's start.
    private static final int AT_ONCE = 4;

    @Bean
    Encoders encoders(
            FFmpeg ffmpeg,
            Hardware hardware,
            HardwareProfiles profiles,
            EncodersProperties properties,
            @Value("${worker.concurrency:#{null}}") @Nullable Integer concurrency,
            ProgramFolders folders,
            InstantSource clock) {
        return new Encoders(
                ffmpeg,
                new MachineReader(hardware::facts, profiles::all, properties.or(concurrency), Path.of("/")),
                new Prober(new Trial(ffmpeg, folders.state().resolve("trials")), AT_ONCE),
                new StateFile<>(folders.state().resolve("encoders.json"), ProofBook.class),
                clock);
    }

    @Bean
    Benchmark benchmark(FFmpeg ffmpeg, Encoders encoders, ProgramFolders folders, InstantSource clock) {
        return new Benchmark(
                encoders,
                new Measurement(ffmpeg, folders.state().resolve("trials")),
                new StateFile<>(folders.state().resolve("benchmarks.json"), BenchmarkHistory.class),
                clock);
    }
}
