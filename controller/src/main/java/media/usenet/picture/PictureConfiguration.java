package media.usenet.picture;

import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.ProgramFolders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PictureConfiguration {

    private static final String FOLDER = "pictures";

    @Bean
    FingerprintReader fingerprintReader(FFmpeg ffmpeg, ProgramFolders folders) {
        return new FingerprintReader(ffmpeg, folders.state().resolve(FOLDER));
    }

    @Bean
    Comparison comparison(FFmpeg ffmpeg, ProgramFolders folders) {
        return new Comparison(ffmpeg, folders.state().resolve(FOLDER));
    }
}
