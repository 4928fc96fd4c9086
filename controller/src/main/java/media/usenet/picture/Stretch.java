package media.usenet.picture;

import java.time.Duration;

/// Where two films show the same, one after the other at the same pace.
///
/// @param speed seconds of the second film for one second of the first: 24/25 where the second is a PAL
///     speed-up
/// @param offset time in the second film where the first one's beginning would lie; negative when it is cut off
public record Stretch(Span inFirst, Span inSecond, double speed, Duration offset) {}
