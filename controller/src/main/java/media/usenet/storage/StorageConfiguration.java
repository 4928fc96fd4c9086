package media.usenet.storage;

import java.nio.file.Path;
import media.usenet.host.ProcessRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final Path MOUNTINFO = Path.of("/proc/self/mountinfo");

    @Bean
    Pool pool(ProcessRunner programs) {
        return new Pool(programs, MOUNTINFO);
    }

    @Bean
    FileSystemMetrics fileSystemMetrics() {
        return new FileSystemMetrics(MOUNTINFO);
    }
}
