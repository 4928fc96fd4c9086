package media.usenet.library;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import media.usenet.database.Database;
import media.usenet.event.Operations;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.mover.SlotSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LibraryProperties.class)
class LibraryConfiguration {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    @Bean
    Roots libraryRoots(SlotSource slots, LibraryProperties properties) {
        return new Roots(slots, properties.folderPaths());
    }

    @Bean
    Catalog libraryCatalog(Database database) {
        return new Catalog(database);
    }

    @Bean
    Library mediaLibrary(Database database, Roots roots, Catalog catalog) {
        return new Library(database, roots, catalog);
    }

    @Bean
    Scanner libraryScanner(Catalog catalog, FFmpeg ffmpeg, LibraryProperties properties, InstantSource clock) {
        return new Scanner(
                catalog,
                Standing.REAL,
                new Prober(ffmpeg::probe, LibraryConfiguration::pause),
                properties.pace(),
                clock);
    }

    private static void pause(Instant until) {
        var rest = Duration.between(Instant.now(), until);
        // A time to come is a clock that was set wrong, and tells nothing.
        if (rest.isPositive() && rest.compareTo(LONGEST_PAUSE) <= 0) {
            LockSupport.parkNanos(rest.toNanos());
        }
    }

    @Bean
    LibraryScans libraryScans(Roots roots, Scanner scanner, Operations operations) {
        return new LibraryScans(new Scopes(roots), scanner, operations);
    }

    /// @param role the catalog is the controller's; a `worker` may stand on another machine
    @Bean
    LibraryWatch libraryWatch(
            Roots roots,
            Catalog catalog,
            Scanner scanner,
            LibraryProperties properties,
            @Value("${jobs.role:controller}") String role) {
        boolean watch = properties.watch() && !role.equals("worker");
        return new LibraryWatch(roots, catalog, scanner, watch, properties.settle());
    }

    @Bean
    LibraryStand libraryStand(Library library, Catalog catalog, Roots roots, LibraryWatch watch) {
        return new LibraryStand(library, catalog, roots, watch::reason);
    }
}
