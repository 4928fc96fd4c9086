package media.usenet.webhook;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import media.usenet.database.Database;
import media.usenet.fetch.Sender;
import media.usenet.host.ProgramFolders;
import media.usenet.queue.JobSettings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    WebhookRows webhookRows(Database database) {
        return new WebhookRows(database);
    }

    @Bean
    Signature webhookSignature(ProgramFolders folders) {
        return Signature.at(folders.state().resolve("webhook.key"));
    }

    /// Workers run jobs; whom they concern is told by the controller.
    @Bean(initMethod = "start", destroyMethod = "close")
    @ConditionalOnProperty(name = "jobs.role", havingValue = "controller", matchIfMissing = true)
    Courier courier(Database database, Sender sender, Signature signature, JobSettings settings, JsonMapper json) {
        var schedule = new Schedule(() -> ThreadLocalRandom.current().nextDouble());
        return new Courier(database, sender, signature, schedule, settings, json, PATIENCE);
    }
}
