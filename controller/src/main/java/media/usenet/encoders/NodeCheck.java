package media.usenet.encoders;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.ffmpeg.FailureRules.Failure;

/// Opens the device nodes as a driver does. FFmpeg says the same of a node that is missing, one that may not be
/// opened and one without a driver.
final class NodeCheck {

    private NodeCheck() {}

    static Optional<Failure> failure(List<Path> nodes) {
        return nodes.stream().flatMap(node -> failure(node).stream()).findFirst();
    }

    private static Optional<Failure> failure(Path node) {
        try (var _ = FileChannel.open(node, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.of(new Failure(FailureKind.NO_DEVICE, "there is no " + node));
        } catch (AccessDeniedException _) {
            return Optional.of(new Failure(FailureKind.NO_PERMISSION, "%s may not be opened".formatted(node)));
        } catch (IOException e) {
            return Optional.of(new Failure(FailureKind.NO_DEVICE, "%s: %s".formatted(node, e.getMessage())));
        }
    }
}
