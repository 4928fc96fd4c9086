package media.usenet.drawing;

import media.usenet.ffmpeg.FFmpeg;
import media.usenet.host.ProgramFolders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DrawingConfiguration {

    @Bean
    PairPicture pairPicture(FFmpeg ffmpeg, ProgramFolders folders) {
        return new PairPicture(ffmpeg, folders.state().resolve("pictures"));
    }
}
