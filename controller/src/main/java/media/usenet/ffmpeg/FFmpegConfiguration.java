package media.usenet.ffmpeg;

import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.sandbox.Sandbox;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FFmpegProperties.class)
class FFmpegConfiguration {

    @Bean
    FFmpeg ffmpeg(FFmpegProperties properties, ProcessRunner programs, Sandbox sandbox, ProgramFolders folders) {
        return new FFmpeg(
                properties.program(),
                properties.probeProgram(),
                programs,
                sandbox::argv,
                folders.state().resolve("probe"));
    }
}
