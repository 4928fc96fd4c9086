package media.usenet.formats;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/// The properties `quality.*`.
///
/// @param guide a checkout of TRaSH-Guides; absent for the guide that is built in
/// @param films the guide's quality profile for films, by its name or id; absent for its first
/// @param series the same for series
@ConfigurationProperties("quality")
record FormatsProperties(
        @Nullable Path guide,
        @Nullable String films,
        @Nullable String series) {}
