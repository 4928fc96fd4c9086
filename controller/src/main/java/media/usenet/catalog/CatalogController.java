package media.usenet.catalog;

import java.util.List;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition.Category;
import media.usenet.catalog.ServiceDefinition.Standing;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Lists the services that can be run.
@RestController
final class CatalogController {

    private final CatalogFiles files;

    CatalogController(CatalogFiles files) {
        this.files = files;
    }

    @GetMapping("/v1/catalog")
    Listing catalog() {
        var catalog = files.load();
        return new Listing(catalog.all().stream()
                .map(service -> Entry.of(service, catalog))
                .toList());
    }

    record Listing(List<Entry> services) {}

    /// @param webPort the container's port with its pages
    /// @param image with its version; empty for one that is built
    record Entry(
            String name,
            String title,
            Category category,
            Standing standing,
            Optional<String> replacedBy,
            boolean transcodes,
            Optional<Integer> webPort,
            Optional<String> image) {

        static Entry of(ServiceDefinition service, Catalog catalog) {
            return new Entry(
                    service.name(),
                    service.title(),
                    service.category(),
                    service.standing(),
                    service.replacedBy(),
                    service.transcodes(),
                    service.web().map(ServiceDefinition.Web::port),
                    catalog.image(service));
        }
    }
}
