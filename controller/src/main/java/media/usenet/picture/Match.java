package media.usenet.picture;

import java.time.Duration;

/// Two frames that were laid side by side.
///
/// @param inFirst time of the frame in the first film
/// @param inSecond time of the frame in the second film
/// @param likeness correlation of the two pictures, brightness and contrast aside: 1 is the same, about 0
///     unrelated
/// @param same whether they count as the same picture
public record Match(Duration inFirst, Duration inSecond, double likeness, boolean same) {}
