package media.usenet.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import media.usenet.commands.FilterGraph.Argument;
import org.jspecify.annotations.Nullable;

/// Reads what stands behind a filter's name, `name=value:value:...`, against the filter's parameters.
final class ArgumentReader {

    private static final Pattern KEY = Pattern.compile("\\s*([A-Za-z0-9_./-]+)\\s*=");
    private static final Rule ANY = new Rule.Text(4096);

    private final FilterRule rule;
    private final String settings;
    private final String where;
    private final Flaws flaws;
    private final Map<String, String> values = new LinkedHashMap<>();
    private int from;
    private int place;
    private boolean named;

    ArgumentReader(FilterRule rule, String settings, String where, Flaws flaws) {
        this.rule = rule;
        this.settings = settings;
        this.where = where;
        this.flaws = flaws;
    }

    List<Argument> read() {
        while (from < settings.length() && !flaws.isFull()) {
            one();
        }
        rule.always().forEach(values::putIfAbsent);
        return values.entrySet().stream()
                .map(value -> new Argument(value.getKey(), value.getValue()))
                .toList();
    }

    private void one() {
        var key = KEY.matcher(settings).region(from, settings.length());
        boolean hasName = key.lookingAt();
        var token = FilterToken.read(settings, hasName ? key.end() : from, ":");
        from = token.end() + 1;
        if (hasName) {
            named = true;
            take(rule.named(key.group(1)), key.group(1), token.text());
        } else if (named) {
            flaw(token.text(), "has no name, and stands behind values that have one");
        } else {
            take(rule.positional(place++), "value " + place, token.text());
        }
    }

    private void take(FilterRule.@Nullable ParameterRule parameter, String name, String value) {
        if (parameter == null) {
            flaw(name, "is no parameter of %s%s".formatted(rule.name(), hint(name)));
            return;
        }
        switch (value(parameter.rule(), value)) {
            case Reading.Refused refused -> flaw(parameter.name(), refused.why());
            case Reading.Taken taken -> {
                if (values.put(parameter.name(), taken.text()) != null) {
                    flaw(parameter.name(), "is given twice");
                }
            }
        }
    }

    /// What no rule lets through, no matter how it takes texts: those that cannot be escaped.
    private static Reading value(Rule rule, String value) {
        return rule.read(value) instanceof Reading.Taken taken ? ANY.read(taken.text()) : rule.read(value);
    }

    private String hint(String name) {
        var near = Flaws.suggestion(name, rule.parameterNames());
        return near.isEmpty()
                ? "; it has %s"
                        .formatted(String.join(
                                " ",
                                rule.parameters().stream()
                                        .map(FilterRule.ParameterRule::name)
                                        .toList()))
                : near;
    }

    private void flaw(String key, String message) {
        flaws.add(where, rule.name() + "." + key, message);
    }
}
