/// Test support: golden files, and plans made from a few lines of YAML.
@NullMarked
package media.usenet.golden;

import org.jspecify.annotations.NullMarked;
