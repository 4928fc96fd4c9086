package media.usenet.uploads;

import media.usenet.fetch.FileKind;
import org.jspecify.annotations.Nullable;

/// What was found of a file that is whole; kept beside it.
///
/// @param kind null when it was refused
/// @param because null when it was not
record Verdict(@Nullable FileKind kind, @Nullable String because) {}
