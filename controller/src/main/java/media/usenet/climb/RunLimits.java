package media.usenet.climb;

import java.time.Duration;
import media.usenet.sandbox.Limits;
import org.springframework.util.unit.DataSize;

/// How long and how much one run of FFmpeg may take.
///
/// @param stall ended after that long without progress
/// @param diskFloor ended when less than that is free in its folder
public record RunLimits(Duration stall, Duration time, DataSize diskFloor, Limits cell) {}
