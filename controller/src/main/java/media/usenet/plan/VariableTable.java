package media.usenet.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.settings.StackSettings;

/// Collects the variables of all templates: the catalog's defaults, the user's `.env` over them, the plan's own over
/// both.
final class VariableTable {

    private VariableTable() {}

    static Variables of(
            Catalog catalog,
            StackSettings settings,
            List<ServiceDefinition> running,
            List<SecretUse> secretUses,
            Map<String, Integer> ports) {
        var values = new HashMap<>(catalog.defaults());
        values.putAll(settings.environment());
        values.put("PUID", String.valueOf(settings.owner().uid()));
        values.put("PGID", String.valueOf(settings.owner().gid()));
        values.put("UMASK", settings.owner().umask());
        values.put("TZ", settings.timezone());
        values.put("DOMAIN", settings.domain());
        values.put("HOST_ADDRESS", hostAddress(settings));
        values.put("CONFIG_ROOT", settings.folders().config().toString());
        values.put("POOL_ROOT", settings.folders().pool().toString());
        settings.services()
                .forEach((name, service) -> service.version()
                        .ifPresent(version -> values.put(Selection.variable(name, "VERSION"), version)));
        ports.forEach((name, port) -> values.put(name, String.valueOf(port)));
        var secrets =
                secretUses.stream().map(secret -> secret.definition().name()).collect(Collectors.toSet());
        var nested = new Variables(values, secrets);
        values.replaceAll((_, value) -> value.contains("${") ? nested.resolve(value) : value);
        routed(running, settings)
                .forEach(name -> values.computeIfPresent(
                        Selection.variable(name, "URL"),
                        (_, url) -> url.replace("//" + name + ":", "//" + Selection.VPN + ":")));
        return new Variables(values, secrets);
    }

    /// The address under which a person on this machine, or in its network, opens the services.
    static String hostAddress(StackSettings settings) {
        var address = settings.publish().address();
        if (!address.equals(StackSettings.Publish.LAN.address()) && !address.equals("::")) {
            return address.contains(":") ? "[" + address + "]" : address;
        }
        return settings.domain().isBlank() || settings.domain().equals("localhost") ? "127.0.0.1" : settings.domain();
    }

    /// Services behind the VPN answer under its name: they have no network of their own.
    private static List<String> routed(List<ServiceDefinition> running, StackSettings settings) {
        return running.stream()
                .filter(service ->
                        service.vpnCapable() && settings.service(service.name()).vpn())
                .map(ServiceDefinition::name)
                .toList();
    }
}
