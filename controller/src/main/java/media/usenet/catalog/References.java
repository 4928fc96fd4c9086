package media.usenet.catalog;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Checks what can only be seen with all templates at hand: names, variables, and circles.
final class References {

    private References() {}

    static void check(Map<String, Template> templates, Map<String, String> defaults) {
        var variables = variables(templates, defaults);
        templates.forEach((name, template) -> {
            var service = template.service();
            template.checkNames("needs", service.needs(), templates.keySet());
            template.checkNames("after", service.after(), templates.keySet());
            template.checkNames("replaces", service.replaces(), templates.keySet());
            template.checkNames("replaced-by", service.replacedBy().stream().toList(), templates.keySet());
            template.checkNames("companions", service.companionsWith().values(), templates.keySet());
            template.checkPorts(defaults);
            template.checkVariables(variables);
            if (reachesItself(name, templates)) {
                template.flaw(
                        service.after().isEmpty() ? "needs" : "after", "leads back to '%s' itself".formatted(name));
            }
        });
    }

    private static Set<String> variables(Map<String, Template> templates, Map<String, String> defaults) {
        var variables = new HashSet<>(defaults.keySet());
        templates
                .values()
                .forEach(template -> template.service().secrets().forEach(secret -> variables.add(secret.name())));
        return variables;
    }

    private static boolean reachesItself(String name, Map<String, Template> templates) {
        var before = new HashMap<String, Template>();
        var left = new ArrayDeque<>(before(name, templates).toList());
        while (!left.isEmpty()) {
            var next = left.pop();
            if (next.equals(name)) {
                return true;
            }
            var template = templates.get(next);
            if (template != null && before.put(next, template) == null) {
                before(next, templates).forEach(left::push);
            }
        }
        return false;
    }

    private static Stream<String> before(String name, Map<String, Template> templates) {
        var template = templates.get(name);
        return template == null
                ? Stream.empty()
                : Stream.concat(template.service().needs().stream(), template.service().after().stream());
    }
}
