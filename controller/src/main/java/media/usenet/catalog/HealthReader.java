package media.usenet.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.catalog.HealthProbe.Asker;
import media.usenet.yaml.YamlMap;

/// Reads `health`: the word `native` or `none`, a `run` with a command, or an `http` with a path.
final class HealthReader {

    private static final String KEY = "health";

    private HealthReader() {}

    static HealthProbe read(YamlMap facts, Optional<ServiceDefinition.Web> web) {
        return switch (facts.plain(KEY)) {
            case null -> new HealthProbe.None();
            case Map<?, ?> _ -> probe(facts, facts.map(KEY), web);
            case Object word when word.equals("none") -> new HealthProbe.None();
            case Object word when word.equals("native") -> new HealthProbe.Native();
            default -> {
                facts.flaw(KEY, "must be native, none, {run: COMMAND} or {http: PATH}");
                yield new HealthProbe.None();
            }
        };
    }

    private static HealthProbe probe(YamlMap facts, YamlMap health, Optional<ServiceDefinition.Web> web) {
        if (health.has("run")) {
            return new HealthProbe.Run(health.texts("run"));
        }
        var path = health.requiredText("http");
        var port = health.optionalInteger("port", 1, 65535).or(() -> web.map(ServiceDefinition.Web::port));
        if (port.isEmpty() && !health.has("port") && !facts.has("web")) {
            facts.flaw(KEY, "must have a port: there is no web.port to take it from");
        }
        var scheme = health.text("scheme").or(() -> web.map(ServiceDefinition.Web::scheme));
        return new HealthProbe.Http(
                port.orElse(0), path, scheme.orElse("http"), statuses(health), health.choice("from", Asker.CONTROLLER));
    }

    private static List<Integer> statuses(YamlMap health) {
        var statuses = new ArrayList<Integer>();
        for (var text : health.texts("ok")) {
            if (text.matches("[1-5]\\d\\d")) {
                statuses.add(Integer.valueOf(text));
            } else {
                health.flaw("ok", "must be HTTP statuses from 100 to 599, not '%s'".formatted(text));
            }
        }
        return statuses.isEmpty() ? List.of(200) : statuses;
    }
}
