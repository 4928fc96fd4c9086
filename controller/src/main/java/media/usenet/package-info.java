/// The appliance controller: starts Spring and nothing else.
@NullMarked
package media.usenet;

import org.jspecify.annotations.NullMarked;
