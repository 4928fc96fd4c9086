package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import media.usenet.sandbox.Cell;

/// One run of FFmpeg: what it is to do, where, and how long it may take.
///
/// @param arguments all but the program's name and the head that every run has; paths by [MediaInput#name]
/// @param cell where it runs; the free space of its work folder is watched
/// @param environment what a driver needs: `LIBVA_DRIVER_NAME`
/// @param stall ended after that long without progress
/// @param limit ended after that long in any case
/// @param diskFloor ended when fewer bytes than these are free in the work folder
public record FFmpegRun(
        List<String> arguments,
        Cell cell,
        Map<String, String> environment,
        Duration stall,
        Duration limit,
        long diskFloor) {

    public FFmpegRun {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
