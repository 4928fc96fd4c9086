package media.usenet.catalog;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the service templates are. Texts, because Spring takes a relative path for one on the class path.
///
/// @param templates those shipped with the product
/// @param userTemplates the user's own; `templates` beside `stack.yaml` where it is not said
@ConfigurationProperties("catalog")
record CatalogProperties(
        @DefaultValue("compose-templates") String templates,
        @Nullable String userTemplates) {}
