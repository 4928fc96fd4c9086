package media.usenet.services;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.host.ProgramFolders;
import media.usenet.host.User;
import media.usenet.settings.ResourceProfile.Share;
import media.usenet.settings.SettingsFolder;
import media.usenet.settings.StackSettings;
import media.usenet.settings.StackSettings.Folders;
import media.usenet.settings.StackSettings.Owner;
import media.usenet.settings.StackSettings.Publish;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ServicesConfiguration {

    private static final int FIRST_ORDINARY_USER = 1000;
    private static final Duration PROBE_PATIENCE = Duration.ofSeconds(3);

    @Bean
    SettingsFolder settingsFolder(ProgramFolders folders, User user) {
        return new SettingsFolder(folders.settings(), defaults(folders, user));
    }

    private static StackSettings defaults(ProgramFolders folders, User user) {
        // Media that belongs to root cannot be written by anyone who sits at the machine.
        var owner = user.root()
                ? new Owner(FIRST_ORDINARY_USER, FIRST_ORDINARY_USER, "002")
                : new Owner(user.uid(), user.gid(), "002");
        return new StackSettings(
                Optional.empty(),
                new Share(50, 50),
                owner,
                ZoneId.systemDefault().getId(),
                "localhost",
                Publish.LOCALHOST,
                new Folders(folders.state().resolve("apps"), folders.pool(), Optional.empty(), Optional.empty()),
                Map.of(),
                Map.of());
    }

    @Bean
    ListeningPorts listeningPorts() {
        return new ListeningPorts(Path.of("/proc"));
    }

    @Bean
    GeneratedStack generatedStack(ProgramFolders folders, DockerProperties docker) {
        return new GeneratedStack(folders.state().resolve("stack"), docker.project());
    }

    @Bean
    SecretStore secretStore(ProgramFolders folders) {
        return new SecretStore(folders.state().resolve("secrets/services.env"));
    }

    @Bean
    HostFolders hostFolders(User user) {
        return new HostFolders(user.root());
    }

    @Bean
    ServiceProbe serviceProbe() {
        return new ServiceProbe(PROBE_PATIENCE);
    }

    @Bean
    Arrival arrival(
            DockerEngine engine,
            DockerProperties docker,
            @Value("${services.patience:5m}") Duration patience,
            InstantSource clock) {
        return new Arrival(engine, docker.project(), patience, clock);
    }
}
