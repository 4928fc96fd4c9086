package media.usenet.copies;

import java.nio.file.Path;
import java.time.InstantSource;
import media.usenet.database.Database;
import media.usenet.storage.Mounts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CopiesConfiguration {

    private static final Mounts MOUNTS = new Mounts(Path.of("/proc/self/mountinfo"));

    @Bean
    IdenticalFiles identicalFiles() {
        return new IdenticalFiles(new DiskLanes(Path.of("/sys"), MOUNTS), InstantSource.system());
    }

    @Bean
    HashMemory hashMemory(Database database) {
        return new DatabaseMemory(database, new Volumes(Path.of("/dev/disk/by-uuid"), MOUNTS)::of);
    }
}
