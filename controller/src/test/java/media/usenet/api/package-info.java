/// Test support: asking a running controller, and holding its answers against the samples that the CLI's tests read
/// too.
@NullMarked
package media.usenet.api;

import org.jspecify.annotations.NullMarked;
