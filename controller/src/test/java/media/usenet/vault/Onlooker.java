package media.usenet.vault;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;

/// Reads along what everybody on a machine can: the command lines of all that this process starts, and its log.
final class Onlooker implements AutoCloseable {

    private final Set<String> commandLines = ConcurrentHashMap.newKeySet();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("media.usenet");
    private final Level before = logger.getLevel();
    private final Thread thread = Thread.ofPlatform().name("onlooker").unstarted(this::look);
    private volatile boolean ended;

    Onlooker() {
        logger.setLevel(Level.TRACE);
        log.start();
        logger.addAppender(log);
        thread.start();
    }

    private void look() {
        while (!ended) {
            ProcessHandle.current().descendants().forEach(process -> {
                try {
                    commandLines.add(Files.readString(Path.of("/proc/%d/cmdline".formatted(process.pid())))
                            .replace('\0', ' '));
                } catch (IOException _) {
                    // gone again
                    return;
                }
            });
        }
    }

    List<String> commandLines() {
        return List.copyOf(commandLines);
    }

    Stream<String> all() {
        return Stream.concat(
                commandLines.stream(), List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage));
    }

    @Override
    public void close() {
        ended = true;
        logger.detachAppender(log);
        logger.setLevel(before);
    }
}
