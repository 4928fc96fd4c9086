package media.usenet.duplicates;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The properties `duplicates.*`.
///
/// @param retention how long a file stays in the trash before a plan to empty it has it
@ConfigurationProperties("duplicates")
record DuplicatesProperties(@DefaultValue("30d") Duration retention) {}
