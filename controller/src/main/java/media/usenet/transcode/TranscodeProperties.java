package media.usenet.transcode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.climb.RunLimits;
import media.usenet.sandbox.Limits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// How media may be made; the properties `transcode.*`. Folders are texts, since Spring's conversion to a `Path`
/// would look for `/` on the class path first.
///
/// @param folders beside the pool, whose files jobs may read and into which they may write
/// @param stall a run of FFmpeg is ended after that long without progress
/// @param timeLimit a run is ended after that long in any case
/// @param diskFloor a run is ended when less than that is free where it writes
/// @param memory that one process may use
@ConfigurationProperties("transcode")
record TranscodeProperties(
        @DefaultValue List<String> folders,
        @DefaultValue("2m") Duration stall,
        @DefaultValue("24h") Duration timeLimit,
        @DefaultValue("1GB") DataSize diskFloor,
        @DefaultValue("8GB") DataSize memory) {

    List<Path> folderPaths() {
        return folders.stream().map(Path::of).toList();
    }

    RunLimits runLimits() {
        return new RunLimits(
                stall, timeLimit, diskFloor, Limits.USUAL.withMemory(memory).withCpu(timeLimit.multipliedBy(64)));
    }
}
