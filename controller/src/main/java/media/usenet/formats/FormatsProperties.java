package media.usenet.formats;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param guide a checkout of TRaSH-Guides; absent for the guide that is built in
@ConfigurationProperties("quality")
record FormatsProperties(@Nullable Path guide) {}
