package media.usenet.catalog;

import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the service templates are.
///
/// @param templates those shipped with the product
/// @param userTemplates the user's own; `templates` beside `stack.yaml` where it is not said
@ConfigurationProperties("catalog")
record CatalogProperties(@DefaultValue("compose-templates") Path templates, Optional<Path> userTemplates) {}
