package media.usenet.catalog;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition.ApiKey;
import media.usenet.catalog.ServiceDefinition.BackupRecipe;
import media.usenet.catalog.ServiceDefinition.Category;
import media.usenet.catalog.ServiceDefinition.Demand;
import media.usenet.catalog.ServiceDefinition.Network;
import media.usenet.catalog.ServiceDefinition.PostgresDatabase;
import media.usenet.catalog.ServiceDefinition.SecretDefinition;
import media.usenet.catalog.ServiceDefinition.Standing;
import media.usenet.catalog.ServiceDefinition.Web;
import media.usenet.yaml.YamlMap;

/// The `x-stack` block of a template: what the stack knows of a service beyond what Compose does. Only `category`
/// must be there.
final class StackFacts {

    private final YamlMap facts;

    StackFacts(YamlMap facts) {
        this.facts = facts;
    }

    ServiceDefinition service(String name, Map<String, Map<String, Object>> containers) {
        var category = category();
        var web = web();
        return new ServiceDefinition(
                name,
                facts.text("title", name),
                category,
                facts.choice("standing", Standing.OPTIONAL),
                facts.text("replaced-by"),
                facts.texts("replaces"),
                containers,
                companions(containers),
                web,
                HealthReader.read(facts, web),
                facts.flag("transcodes", false),
                facts.choice("demand", Demand.LIGHT),
                facts.flag("vpn", false),
                facts.texts("needs"),
                facts.texts("after"),
                networks(category),
                secrets(),
                apiKey(),
                backup(),
                files());
    }

    private Category category() {
        var category = facts.choice("category", Category.class);
        if (category.isEmpty() && !facts.has("category")) {
            facts.flaw("category", "is required");
        }
        return category.orElse(Category.MANAGEMENT);
    }

    private Optional<Web> web() {
        return facts.optionalMap("web").map(web -> {
            if (!web.has("port")) {
                web.flaw("port", "is required");
            }
            return new Web(web.integer("port", 1, 1, 65535), web.text("path", "/"), web.text("scheme", "http"));
        });
    }

    private Map<String, String> companions(Map<String, Map<String, Object>> containers) {
        var companions = facts.map("companions");
        var with = new LinkedHashMap<String, String>();
        for (var name : companions.orderedKeys()) {
            with.put(name, companions.map(name).requiredText("with"));
            if (!containers.containsKey(name)) {
                companions.flaw(name, "is none of this template's services");
            }
        }
        return with;
    }

    private List<Network> networks(Category category) {
        var networks = facts.choices("networks", Network.class);
        return networks.isEmpty() ? List.of(home(category)) : networks;
    }

    private static Network home(Category category) {
        return switch (category) {
            case MEDIA -> Network.MEDIA;
            case AUTOMATION -> Network.AUTOMATION;
            case DOWNLOADS -> Network.DOWNLOADS;
            case MONITORING -> Network.MONITORING;
            case MANAGEMENT, NETWORK -> Network.MANAGEMENT;
        };
    }

    private List<SecretDefinition> secrets() {
        var secrets = facts.map("secrets");
        return secrets.orderedKeys().stream()
                .map(name -> new SecretDefinition(name, secrets.choice(name, SecretDefinition.Format.PASSWORD)))
                .toList();
    }

    private Optional<ApiKey> apiKey() {
        return facts.optionalMap("api-key").map(key -> new ApiKey(key.requiredText("file"), key.requiredText("key")));
    }

    private BackupRecipe backup() {
        var backup = facts.map("backup");
        return new BackupRecipe(
                backup.texts("include"),
                backup.texts("exclude"),
                backup.texts("databases"),
                backup.texts("hold"),
                backup.optionalMap("postgres").map(StackFacts::postgres));
    }

    private static PostgresDatabase postgres(YamlMap yaml) {
        return new PostgresDatabase(
                yaml.requiredText("container"),
                yaml.requiredText("user"),
                yaml.requiredText("database"),
                yaml.requiredText("folder"));
    }

    private Map<String, String> files() {
        var files = facts.textMap("files");
        for (var name : files.keySet()) {
            var path = Path.of(name).normalize();
            if (path.isAbsolute() || path.startsWith("..")) {
                facts.flaw("files", "'%s' must stay below the configuration folder".formatted(name));
            }
        }
        return files;
    }
}
