package media.usenet.witness;

import java.nio.file.Path;
import media.usenet.catalog.CatalogFiles;
import media.usenet.docker.DockerEngine;
import media.usenet.services.StackSwitch;
import media.usenet.settings.SettingsFolder;
import media.usenet.trash.Question;
import media.usenet.trash.Witness;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class WitnessConfiguration {

    @Bean
    Applications witnesses(StackSwitch stack, DockerEngine engine, SettingsFolder settings, CatalogFiles catalog) {
        return new Applications(stack, engine, new Keys(settings, catalog), Path.of("/proc"));
    }

    @Bean
    Witness torrents(Applications applications) {
        return new Asked(Question.TORRENTS, applications::ofTorrents, System::nanoTime);
    }

    @Bean
    Witness streams(Applications applications) {
        return new Asked(Question.STREAMS, applications::ofStreams, System::nanoTime);
    }
}
