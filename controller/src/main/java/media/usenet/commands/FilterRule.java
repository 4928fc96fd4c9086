package media.usenet.commands;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/// A filter that may be used: its parameters in the order in which values without a name are taken.
///
/// @param does one sentence of documentation
/// @param pads streams in and out, for documentation
/// @param always parameters that are rendered where a command does not say them
record FilterRule(String name, String does, String pads, List<ParameterRule> parameters, Map<String, String> always) {

    /// @param names the first is the one that is rendered
    /// @param positional a value without a name can mean it
    record ParameterRule(List<String> names, Rule rule, boolean positional) {

        public ParameterRule {
            names = List.copyOf(names);
        }

        String name() {
            return names.getFirst();
        }
    }

    FilterRule {
        parameters = List.copyOf(parameters);
        always = Map.copyOf(always);
    }

    static FilterRule of(String name, YamlMap entry, Vocabulary vocabulary) {
        var parameters = new ArrayList<ParameterRule>();
        var written = entry.textMap("parameters");
        written.forEach((names, rule) ->
                parameters.add(new ParameterRule(List.of(names.split(" ")), vocabulary.rule(rule), true)));
        if (entry.flag("timeline", false)) {
            parameters.add(new ParameterRule(List.of("enable"), vocabulary.rule("expression enable"), false));
        }
        return new FilterRule(
                name, entry.requiredText("does"), entry.requiredText("pads"), parameters, entry.textMap("always"));
    }

    @Nullable
    ParameterRule named(String parameter) {
        return parameters.stream()
                .filter(each -> each.names().contains(parameter))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    ParameterRule positional(int place) {
        return place < parameters.size() && parameters.get(place).positional() ? parameters.get(place) : null;
    }

    Set<String> parameterNames() {
        var names = new HashMap<String, Boolean>();
        parameters.forEach(each -> each.names().forEach(name -> names.put(name, true)));
        return names.keySet();
    }
}
