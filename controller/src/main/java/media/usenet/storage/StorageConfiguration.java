package media.usenet.storage;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final Path MOUNTINFO = Path.of("/proc/self/mountinfo");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(1);

    @Bean
    Patience patience() {
        return new Patience(ANSWER_WITHIN);
    }

    @Bean
    FileSystemMetrics fileSystemMetrics(Patience patience) {
        return new FileSystemMetrics(MOUNTINFO, patience);
    }
}
