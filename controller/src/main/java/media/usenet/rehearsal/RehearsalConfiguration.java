package media.usenet.rehearsal;

import java.time.Duration;
import media.usenet.catalog.CatalogFiles;
import media.usenet.composer.Compose;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RehearsalConfiguration {

    /// @param patience how long a service may take to get well on its copy
    @Bean
    Rehearsal rehearsal(
            Compose compose,
            DockerEngine engine,
            DockerProperties docker,
            CatalogFiles catalog,
            @Value("${backup.rehearsal-patience:90s}") Duration patience) {
        return new Rehearsal(new Theatre(compose, engine, docker.project() + "-drill", patience), catalog);
    }
}
