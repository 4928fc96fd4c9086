package media.usenet.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// The guide of TRaSH, which is not ours to keep here.
final class TrashGuide {

    static final Path FOLDER = Path.of("../../shared/data/trash");

    private TrashGuide() {}

    static Guide of(Application application) {
        assumeTrue(Files.isRegularFile(FOLDER.resolve("metadata.json")), "skipped: there is no guide at " + FOLDER);
        return new GuideFolder(FOLDER).read(application);
    }
}
