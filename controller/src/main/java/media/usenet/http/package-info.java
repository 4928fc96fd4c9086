/// How this program speaks HTTP: the token, one error shape, plain JSON, its OpenAPI document, metrics.
@NullMarked
@ApplicationModule(allowedDependencies = {"problem", "health", "host"})
package media.usenet.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
