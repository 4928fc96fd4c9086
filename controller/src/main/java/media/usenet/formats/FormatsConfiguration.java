package media.usenet.formats;

import java.util.EnumMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FormatsProperties.class)
class FormatsConfiguration {

    @Bean
    Guides guides(FormatsProperties properties) {
        var chosen = new EnumMap<Application, String>(Application.class);
        if (properties.films() != null && !properties.films().isBlank()) {
            chosen.put(Application.RADARR, properties.films());
        }
        if (properties.series() != null && !properties.series().isBlank()) {
            chosen.put(Application.SONARR, properties.series());
        }
        return new Guides(properties.guide(), chosen);
    }
}
