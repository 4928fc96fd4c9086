package media.usenet.duplicates;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import media.usenet.copies.HashMemory;
import media.usenet.copies.IdenticalFiles;
import media.usenet.database.Database;
import media.usenet.drawing.PairPicture;
import media.usenet.event.EventLog;
import media.usenet.event.Operations;
import media.usenet.formats.Guides;
import media.usenet.library.Library;
import media.usenet.mover.SlotSource;
import media.usenet.nomination.FilmMemory;
import media.usenet.picture.Comparison;
import media.usenet.picture.FingerprintReader;
import media.usenet.trash.Trash;
import media.usenet.trash.Witness;
import media.usenet.watched.Players;
import media.usenet.watched.WatchStates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DuplicatesProperties.class)
class DuplicatesConfiguration {

    private static final int KEPT_EVENTS = 1_000;

    /// @param folders texts, since Spring's conversion to a `Path` would look for `/` on the class path first
    @Bean
    Duplicates duplicates(
            Library library,
            IdenticalFiles identical,
            HashMemory memory,
            FingerprintReader reader,
            Comparison comparison,
            FilmMemory films,
            PairPicture picture,
            Guides guides,
            Database database,
            SlotSource slots,
            @Value("${library.folders:}") List<String> folders,
            ObjectProvider<Witness> applications,
            Players players,
            Operations operations,
            InstantSource clock) {
        var places = new Places(
                slots,
                folders.stream()
                        .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                        .toList());
        var trash = new Trash(places, applications.stream().toList(), Path.of("/proc"), clock);
        var events = new EventLog<DuplicateEvent>(KEPT_EVENTS);
        var watching = new Watching(new WatchStates(players, database), trash, places, events, clock);
        var told = new Told(database, clock);
        var looks = new Looks(reader, comparison, films, picture);
        return new Duplicates(
                library,
                () -> new Scan(
                        library,
                        identical,
                        memory,
                        told,
                        looks,
                        unread -> new Nominees(reader, films, unread),
                        guides,
                        clock),
                looks,
                told,
                new PlanBook(database),
                new Plans(places, trash, clock),
                trash,
                watching,
                places,
                operations,
                events,
                clock);
    }

    /// Once drives are looked after; on a thread of its own, since one of them may hang.
    ///
    /// @param role the trash is the controller's: a `worker` beside it would take back what is being taken
    @Bean
    ApplicationListener<ApplicationReadyEvent> settlesTrash(
            Duplicates duplicates, @Value("${jobs.role:controller}") String role) {
        return _ -> {
            if (!role.equals("worker")) {
                Thread.ofVirtual().name("trash").start(duplicates::settle);
            }
        };
    }
}
