package media.usenet.http;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// Where the controller keeps what belongs to this run.
///
/// @param run the folder of the token and of `controller.url`
@ConfigurationProperties("usenet")
record HttpProperties(Path run) {}
