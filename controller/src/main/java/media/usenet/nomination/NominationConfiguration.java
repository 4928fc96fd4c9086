package media.usenet.nomination;

import media.usenet.database.Database;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class NominationConfiguration {

    @Bean
    FilmMemory filmMemory(Database database) {
        return new FilmMemory(database);
    }
}
