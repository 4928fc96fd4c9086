package media.usenet.uploads;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.host.ProgramFolders;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
class UploadsConfiguration {

    private static final String MOST = "${uploads.max-size:100GB}";

    @Bean
    Uploads uploads(
            ProgramFolders folders,
            InstantSource clock,
            Judge judge,
            @Value(MOST) DataSize most,
            @Value("${uploads.keep:24h}") Duration keep) {
        return new Uploads(folders.state().resolve("uploads"), new UploadRules(most, keep), judge, clock);
    }

    @Bean
    Judge uploadJudge(
            @Value("${uploads.blocked:${BLOCKED_FILE_EXTENSIONS:}}") List<String> blocked,
            @Value("${uploads.clamav:${CLAMAV_SOCKET:}}") String scanner,
            @Value("${uploads.scan-first:25MB}") DataSize first) {
        var endings = blocked.stream()
                .map(ending -> ending.strip().replaceFirst("^\\.", "").toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new Judge(
                endings, scanner.isEmpty() ? Optional.empty() : Optional.of(new ClamAv(scanner, first.toBytes())));
    }

    /// Files in forms are kept beside the others while they come: /tmp is memory on many systems.
    @Bean
    MultipartConfigElement multipartConfigElement(ProgramFolders folders, @Value(MOST) DataSize most)
            throws IOException {
        var incoming = Files.createDirectories(folders.state().resolve("uploads/incoming"));
        return new MultipartConfigElement(incoming.toString(), most.toBytes(), most.toBytes(), 0);
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep(ApplicationReadyEvent ready) {
        ready.getApplicationContext().getBean(Uploads.class).sweep();
    }
}
