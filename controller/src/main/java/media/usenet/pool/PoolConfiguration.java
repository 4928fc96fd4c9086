package media.usenet.pool;

import java.nio.file.Path;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.host.User;
import media.usenet.linux.KernelMountCalls;
import media.usenet.linux.MountCalls;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PoolConfiguration {

    private static final Path MACHINE = Path.of("/");

    @Bean
    MountCalls mountCalls() {
        return new KernelMountCalls();
    }

    @Bean
    Pool pool(MountCalls calls, ProgramFolders folders, User user) {
        return new Pool(calls, MACHINE, folders.run(), user.root());
    }

    @Bean
    SharedTree sharedTree(ProcessRunner programs) {
        return new SharedTree(programs, MACHINE.resolve("proc/self/mountinfo"));
    }
}
