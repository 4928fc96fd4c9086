package media.usenet.uploads;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// How much one upload may hold, and how long it is kept after its last use.
record UploadRules(DataSize most, Duration keep) {}
