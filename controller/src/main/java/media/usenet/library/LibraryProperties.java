package media.usenet.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the library is and how it is scanned; the properties `library.*`. Folders are texts, since Spring's
/// conversion to a `Path` would look for `/` on the class path first.
///
/// @param folders beside the pool's slots: on a machine whose drives are not looked after
/// @param probes how many files are looked into at once; 0 for one on each two cores
/// @param pause between two batches of one drive, for machines that have other things to do
/// @param patience after which a drive that says nothing is left alone
/// @param watch whether changes are seen as they happen
/// @param settle how long a file must rest before it is looked into
@ConfigurationProperties("library")
record LibraryProperties(
        @DefaultValue List<String> folders,
        @DefaultValue("0") int probes,
        @DefaultValue("100") int batch,
        @DefaultValue("0s") Duration pause,
        @DefaultValue("1m") Duration patience,
        @DefaultValue("true") boolean watch,
        @DefaultValue("10s") Duration settle) {

    List<Path> folderPaths() {
        return folders.stream()
                .map(folder -> Path.of(folder).toAbsolutePath().normalize())
                .toList();
    }

    Pace pace() {
        int cores = Runtime.getRuntime().availableProcessors();
        return new Pace(probes > 0 ? probes : Math.max(1, cores / 2), batch, pause, patience);
    }
}
