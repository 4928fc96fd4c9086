package media.usenet.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.SecretDefinition.Format;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.Decision.KeepRunning;
import media.usenet.plan.Decision.OwnFiles;
import media.usenet.plan.Decision.PublishPort;
import media.usenet.plan.Decision.RefuseMissingFolders;
import media.usenet.plan.Decision.RotateLogs;
import media.usenet.plan.StackPlan.InitialFile;
import media.usenet.plan.StackPlan.Secret;
import media.usenet.problem.Flaw;
import media.usenet.settings.StackSettings;
import org.springframework.util.unit.DataSize;

/// Turns facts, catalog and settings into a plan. The same input always gives the same plan.
public final class Planner {

    private final StackFacts facts;
    private final StackSettings settings;
    private final Selection selection;
    private final List<ServiceDefinition> running;
    private final Ports ports;
    private final List<SecretUse> secrets;
    private final Variables variables;
    private final Limits limits;
    private final GpuPlan gpus;
    private final DataTree tree;
    private final Owners owners;

    private Planner(StackFacts facts, Catalog catalog, StackSettings settings) {
        this.facts = facts;
        this.settings = settings;
        this.selection = Selection.of(catalog, settings);
        this.running = catalog.all().stream()
                .filter(service -> selection.runs(service.name()))
                .toList();
        this.ports = Ports.of(running, selection, catalog, settings, facts);
        this.secrets = SecretUse.of(catalog, running);
        this.variables = VariableTable.of(
                catalog, settings, running, secrets, ports.plan().ports());
        this.limits = Limits.of(facts.hardware(), facts.engine(), settings);
        this.gpus = GpuPlan.of(facts);
        this.tree = DataTree.of(settings.folders());
        this.owners = new Owners(settings.owner());
    }

    public static StackPlan plan(StackFacts facts, Catalog catalog, StackSettings settings) {
        return new Planner(facts, catalog, settings).plan();
    }

    private StackPlan plan() {
        var definitions = running.stream().collect(Collectors.toMap(ServiceDefinition::name, service -> service));
        var health = new HealthPlan(facts.engine(), ports.following());
        var each = new ServicePlan(settings, selection, definitions, limits, gpus, health, tree);
        var services = running.stream()
                .flatMap(service -> containers(service, each))
                .sorted(Comparator.comparing(PlannedService::name))
                .toList();
        return new StackPlan(
                services,
                stackDecisions(),
                owners.folders(services, tree.folders(settings.folders(), settings.owner(), facts.pool())),
                files(services),
                secrets(),
                new TreeMap<>(ports.plan().ports()),
                findings(),
                blockers());
    }

    private Stream<PlannedService> containers(ServiceDefinition service, ServicePlan each) {
        return service.containers().entrySet().stream()
                .filter(entry -> joins(service, entry.getKey()))
                .map(entry -> container(service, entry.getKey(), entry.getValue(), each));
    }

    private boolean joins(ServiceDefinition service, String container) {
        var with = service.companionsWith().get(container);
        return with == null || selection.runs(with);
    }

    private PlannedService container(
            ServiceDefinition service, String name, Map<String, Object> template, ServicePlan each) {
        var resolved = variables.resolveModel(template);
        var decisions = new ArrayList<Decision>(
                name.equals(service.name()) ? each.main(service, resolved) : each.companion(name, service, resolved));
        decisions.addAll(ports.publishedBy(name));
        return new PlannedService(name, service, resolved, decisions, url(service, name));
    }

    private String url(ServiceDefinition service, String container) {
        if (!container.equals(service.name()) || service.web().isEmpty()) {
            return "";
        }
        var web = service.web().get();
        var address = VariableTable.hostAddress(settings);
        return ports.published(service)
                .filter(published -> published.protocol().equals("tcp"))
                .filter(published -> published.containerPort() == web.port() || ports.follows(service, published))
                .findFirst()
                .map(PublishPort::hostPort)
                .or(() -> service.container().containsKey("network_mode") ? Optional.of(web.port()) : Optional.empty())
                .map(port -> "%s://%s:%d%s".formatted(web.scheme(), address, port, web.path()))
                .orElse("");
    }

    private List<Decision> stackDecisions() {
        var decisions = new ArrayList<Decision>();
        decisions.add(limits.profile());
        decisions.add(new OwnFiles(settings.owner(), "every application reads and writes the same files"));
        if (facts.engine().knowsCreateHostPath()) {
            decisions.add(new RefuseMissingFolders("a drive that is away must not be replaced by the root disk"));
        }
        decisions.add(new KeepRunning("unless-stopped", "services come back after a reboot"));
        decisions.add(new RotateLogs(DataSize.ofMegabytes(10), 3, "a log must not fill the disk"));
        return decisions;
    }

    private List<InitialFile> files(List<PlannedService> services) {
        var files = new ArrayList<InitialFile>();
        for (var planned : services) {
            if (planned.name().equals(planned.definition().name())) {
                var folder = settings.folders().config().resolve(planned.name());
                var owner = owners.of(planned);
                planned.definition()
                        .files()
                        .forEach((name, text) -> files.add(new InitialFile(
                                folder.resolve(name), variables.resolve(text), owner.uid(), owner.gid())));
            }
        }
        return files;
    }

    private List<Secret> secrets() {
        return secrets.stream()
                .map(owned -> new Secret(
                        owned.definition().name(),
                        owned.service(),
                        owned.definition().format(),
                        Optional.ofNullable(
                                settings.environment().get(owned.definition().name()))))
                .toList();
    }

    private List<Finding> findings() {
        var findings = new ArrayList<>(selection.findings());
        findings.addAll(gpus.findings());
        findings.addAll(tree.findings());
        for (var claim : ports.plan().moved()) {
            findings.add(new Finding(
                    "PORT_MOVED",
                    Severity.NOTICE,
                    "%s answers on port %d: %s"
                            .formatted(
                                    claim.service(),
                                    ports.plan().port(claim),
                                    ports.plan().because(claim.variable())),
                    "set %s in .env to choose another".formatted(claim.variable())));
        }
        for (var secret : secrets()) {
            if (secret.format() == Format.GIVEN && secret.given().isEmpty()) {
                findings.add(new Finding(
                        "SECRET_NOT_GIVEN",
                        Severity.WARNING,
                        "%s has no %s".formatted(secret.service(), secret.name()),
                        "write %s=... into .env beside stack.yaml".formatted(secret.name())));
            }
        }
        return findings;
    }

    private List<Flaw> blockers() {
        var blockers = new ArrayList<>(selection.blockers());
        blockers.addAll(ports.blockers());
        variables.unset().stream()
                .sorted()
                .map(name -> new Flaw(".env", name, "is used by a template and has no value"))
                .forEach(blockers::add);
        return blockers;
    }
}
