/// The command line: parses arguments, calls the controller over HTTP, prints the answer.
@NullMarked
package media.usenet.cli;

import org.jspecify.annotations.NullMarked;
