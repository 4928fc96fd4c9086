package media.usenet.catalog;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the service templates are.
///
/// @param templates those shipped with the product
/// @param userTemplates the user's own; need not exist
@ConfigurationProperties("catalog")
record CatalogProperties(
        @DefaultValue("compose-templates") Path templates,
        @DefaultValue("/etc/usenet/compose-templates") Path userTemplates) {}
