package media.usenet.host;

import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class HostConfiguration {

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    User user() {
        return User.ofThisProcess();
    }

    /// The usual folders, each of which `usenet.settings`, `usenet.state`, `usenet.run` and `usenet.pool` may replace.
    @Bean
    ProgramFolders programFolders(User user, Environment properties) {
        var usual = user.root()
                ? ProgramFolders.OF_THE_SYSTEM
                : ProgramFolders.of(Path.of(System.getProperty("user.home")), System.getenv());
        return new ProgramFolders(
                folder(properties, "usenet.settings", usual.settings()),
                folder(properties, "usenet.state", usual.state()),
                folder(properties, "usenet.run", usual.run()),
                folder(properties, "usenet.pool", usual.pool()));
    }

    private static Path folder(Environment properties, String name, Path usual) {
        return Path.of(properties.getProperty(name, usual.toString()))
                .toAbsolutePath()
                .normalize();
    }
}
