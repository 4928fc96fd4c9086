package media.usenet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import media.usenet.plan.Decision.ReachOut;

/// What a template asks for beyond its own container. It is given, and told: some of it is as much as root.
final class Reach {

    private static final String ENGINE = "/var/run/docker.sock";

    private Reach() {}

    static List<Decision> of(Map<String, Object> template) {
        var reach = new ArrayList<Decision>();
        if (template.get("volumes") instanceof List<?> volumes
                && volumes.stream().anyMatch(volume -> String.valueOf(volume).startsWith(ENGINE + ":"))) {
            // Read-only is the file alone, not what is asked through it.
            reach.add(asked("command Docker through " + ENGINE, "whoever commands Docker is as good as root"));
        }
        if (Boolean.TRUE.equals(template.get("privileged"))) {
            reach.add(asked("run privileged", "every device is open to it, which is as good as root"));
        }
        if ("host".equals(template.get("pid"))) {
            reach.add(asked("see every process of this machine", "it can look into each of them"));
        }
        if ("host".equals(template.get("network_mode"))) {
            reach.add(asked("use the machine's own network", "its ports are the machine's"));
        }
        if (template.get("cap_add") instanceof List<?> capabilities) {
            capabilities.forEach(one -> reach.add(asked("have " + one, "the kernel lets it do that as root")));
        }
        return reach;
    }

    private static ReachOut asked(String what, String meaning) {
        return new ReachOut(what, "its template asks for it; " + meaning);
    }
}
