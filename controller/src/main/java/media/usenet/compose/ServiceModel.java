package media.usenet.compose;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import media.usenet.plan.Decision;
import media.usenet.plan.Decision.Bind;
import media.usenet.plan.Decision.PassGpu;
import media.usenet.plan.Decision.ProbeHealth;
import media.usenet.plan.PlannedService;
import org.jspecify.annotations.Nullable;

/// One Compose service: its template with every decision of the plan written into it.
final class ServiceModel {

    private static final List<String> ORDER = List.of(
            "image",
            "command",
            "entrypoint",
            "init",
            "user",
            "group_add",
            "environment",
            "network_mode",
            "networks",
            "ports",
            "volumes",
            "devices",
            "deploy",
            "depends_on",
            "healthcheck",
            "cpus",
            "mem_limit",
            "restart",
            "logging");

    private final Map<String, Object> model;

    private ServiceModel(Map<String, Object> template) {
        this.model = new LinkedHashMap<>(template);
        model.put("environment", environment(template.get("environment")));
        // A port without an address would be published to every network; the plan says where each one goes.
        model.remove("ports");
    }

    static Map<String, Object> of(PlannedService service, List<Decision> ofStack) {
        var model = new ServiceModel(service.template());
        service.decisions().forEach(model::apply);
        ofStack.forEach(model::apply);
        return model.ordered();
    }

    private void apply(Decision decision) {
        switch (decision) {
            case Decision.UseImage image -> model.put("image", image.image());
            case Decision.PublishPort port ->
                list("ports")
                        .add("%s:%d:%d/%s"
                                .formatted(
                                        bracketed(port.address()),
                                        port.hostPort(),
                                        port.containerPort(),
                                        port.protocol()));
            case PassGpu gpu -> pass(gpu);
            case Decision.Limit limit -> {
                limit.cpus().ifPresent(cpus -> model.put("cpus", String.valueOf(cpus)));
                model.put("mem_limit", limit.memory().toMegabytes() + "m");
            }
            case ProbeHealth probe -> model.put("healthcheck", check(probe));
            case Decision.StartAfter after -> map("depends_on").put(after.service(), condition(after.until()));
            case Decision.JoinNetwork network -> list("networks").add(network.name());
            case Decision.RouteThrough route -> model.put("network_mode", "service:" + route.service());
            case Bind bind -> replaceVolume(bind);
            case Decision.RefuseMissingFolders _ -> refuseMissingFolders();
            case Decision.AddEnvironment added ->
                added.variables().forEach((name, value) -> map("environment").put(name, value.replace("$", "$$")));
            case Decision.KeepRunning restart -> model.putIfAbsent("restart", restart.policy());
            case Decision.RotateLogs logs -> model.putIfAbsent("logging", logging(logs));
            case Decision.ChooseProfile _,
                    Decision.OwnFiles _,
                    Decision.ReachOut _,
                    Decision.RunService _,
                    Decision.EncodeInSoftware _,
                    Decision.ProbeFromOutside _ -> {}
        }
    }

    private static Map<String, Object> condition(Decision.Wait until) {
        return switch (until) {
            case STARTED -> Map.of("condition", "service_started");
            case HEALTHY -> Map.of("condition", "service_healthy");
            case HEALTHY_OR_FAILED -> new TreeMap<>(Map.of("condition", "service_healthy", "required", false));
        };
    }

    private void pass(PassGpu gpu) {
        if (gpu.runtime().isPresent()) {
            var devices = new LinkedHashMap<String, Object>();
            devices.put("driver", gpu.runtime().get());
            devices.put("count", "all");
            devices.put("capabilities", List.of("gpu"));
            model.put("deploy", Map.of("resources", Map.of("reservations", Map.of("devices", List.of(devices)))));
        }
        gpu.devices().forEach(device -> addOnce("devices", device + ":" + device));
        gpu.groups().forEach(group -> addOnce("group_add", String.valueOf(group)));
        gpu.securityOptions().forEach(option -> addOnce("security_opt", option));
        gpu.environment().forEach((name, value) -> map("environment").putIfAbsent(name, value.replace("$", "$$")));
    }

    private void replaceVolume(Bind bind) {
        var volumes = list("volumes");
        volumes.removeIf(volume -> volume instanceof String text && target(text).equals(bind.target()));
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", "bind");
        entry.put("source", bind.source().replace("$", "$$"));
        entry.put("target", bind.target());
        if (bind.readOnly()) {
            entry.put("read_only", true);
        }
        bind.propagation().ifPresent(propagation -> options(entry).put("propagation", propagation));
        volumes.add(entry);
    }

    private void refuseMissingFolders() {
        for (var volume : list("volumes")) {
            if (volume instanceof Map<?, ?> entry && "bind".equals(entry.get("type"))) {
                options(entry).put("create_host_path", false);
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> options(Map<?, ?> volume) {
        return (Map<String, Object>)
                ((Map<String, Object>) volume).computeIfAbsent("bind", _ -> new LinkedHashMap<String, Object>());
    }

    private static Map<String, Object> check(ProbeHealth probe) {
        var check = new LinkedHashMap<String, Object>();
        check.put("test", probe.test());
        check.put("interval", seconds(probe.interval()));
        check.put("timeout", "10s");
        check.put("retries", 3);
        check.put("start_period", seconds(probe.startPeriod()));
        probe.startInterval().ifPresent(interval -> check.put("start_interval", seconds(interval)));
        return check;
    }

    private static Map<String, Object> logging(Decision.RotateLogs logs) {
        var options = new LinkedHashMap<String, Object>();
        options.put("max-size", logs.size().toMegabytes() + "m");
        options.put("max-file", String.valueOf(logs.files()));
        var logging = new LinkedHashMap<String, Object>();
        logging.put("driver", "json-file");
        logging.put("options", options);
        return logging;
    }

    /// An environment may be a mapping or a list of `NAME=value`.
    private static Map<String, Object> environment(@Nullable Object written) {
        var environment = new TreeMap<String, Object>();
        if (written instanceof Map<?, ?> map) {
            map.forEach((name, value) -> environment.put(String.valueOf(name), String.valueOf(value)));
        } else if (written instanceof List<?> list) {
            for (var item : list) {
                var parts = String.valueOf(item).split("=", 2);
                environment.put(parts[0], parts.length > 1 ? parts[1] : "");
            }
        }
        return environment;
    }

    private Map<String, Object> ordered() {
        var keys = new ArrayList<>(model.keySet());
        keys.sort(Comparator.comparingInt(ServiceModel::rank).thenComparing(Comparator.naturalOrder()));
        var ordered = new LinkedHashMap<String, Object>();
        for (var key : keys) {
            var value = model.get(key);
            if (value != null && !isEmpty(value)) {
                ordered.put(key, value);
            }
        }
        return ordered;
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Collection<?> list -> list.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            default -> false;
        };
    }

    private static int rank(String key) {
        int place = ORDER.indexOf(key);
        return place < 0 ? ORDER.indexOf("deploy") : place;
    }

    private void addOnce(String key, Object item) {
        var list = list(key);
        if (!list.contains(item)) {
            list.add(item);
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> list(String key) {
        if (!(model.get(key) instanceof ArrayList)) {
            model.put(key, model.get(key) instanceof Collection<?> old ? new ArrayList<>(old) : new ArrayList<>());
        }
        return (List<Object>) Objects.requireNonNull(model.get(key));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(String key) {
        return (Map<String, Object>) model.computeIfAbsent(key, _ -> new LinkedHashMap<String, Object>());
    }

    private static String target(String volume) {
        var parts = volume.split(":", -1);
        return parts.length > 1 ? parts[1] : parts[0];
    }

    private static String bracketed(String address) {
        return address.contains(":") ? "[" + address + "]" : address;
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }
}
