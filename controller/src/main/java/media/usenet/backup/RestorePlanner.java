package media.usenet.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.archive.Manifest;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.host.User;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.Comparison;
import media.usenet.restore.Ownership;
import media.usenet.restore.Rewrites;
import media.usenet.restore.SchemaOrder;
import media.usenet.restore.Services;
import media.usenet.restore.Unit;
import media.usenet.scope.Scope;
import media.usenet.settings.SettingsFolder;

/// Decides what a restore does, and changes nothing.
final class RestorePlanner {

    private static final double SECONDS_TO_STOP_AND_START = 15;
    private static final String STACK_FILE = Scope.SETTINGS + "/stack.yaml";

    private final Scope scope;
    private final RestoreUnits units;
    private final SettingsFolder settings;
    private final Services services;
    private final HeldFolders folders;

    RestorePlanner(Scope scope, RestoreUnits units, SettingsFolder settings, Services services, HeldFolders folders) {
        this.scope = scope;
        this.units = units;
        this.settings = settings;
        this.services = services;
        this.folders = folders;
    }

    RestorePlan plan(RestoreRequest request, Reference.Meant meant) {
        refuseSeed(meant);
        var manifest = meant.vault().manifest(meant.stored());
        var wanted = units.of(
                manifest,
                request.services() == null ? request : request.with(scope.withCompanions(request.services())));
        var rewrites = rewrites(manifest, request);
        var findings = findings(manifest, request, wanted);
        var running = services.running();
        var stops = wanted.stream()
                .flatMap(unit -> unit.service().stream())
                .distinct()
                .filter(running::contains)
                .toList();
        boolean blocked = !Boolean.TRUE.equals(request.force())
                && findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new RestorePlan(
                manifest.id(),
                manifest.created().toString(),
                wanted.stream().map(unit -> Comparison.of(unit, manifest)).toList(),
                stops,
                stops.isEmpty() ? 0 : SECONDS_TO_STOP_AND_START,
                rewrites.paths().entrySet().stream()
                        .map(entry -> new RestorePlan.Rewrite(entry.getKey(), entry.getValue()))
                        .toList(),
                findings,
                blocked ? null : "usenet backup restore " + manifest.id(),
                manifest,
                wanted,
                ownership(manifest, request, wanted),
                rewrites);
    }

    private static void refuseSeed(Reference.Meant meant) {
        if (meant.stored().form().equals("seed")) {
            throw new ProblemException(
                    Problem.RESTORE_REFUSED,
                    "%s was made by the program before this one, whose folders were laid out otherwise"
                            .formatted(meant.stored().id()),
                    "unpack it and take over what you need: usenet backup extract "
                            + meant.stored().id() + " --to FOLDER");
        }
    }

    private List<Finding> findings(Manifest manifest, RestoreRequest request, List<Unit> wanted) {
        var findings = new ArrayList<>(SchemaOrder.judge(manifest, wanted));
        if (wanted.stream().anyMatch(RestoreUnits::isHeld)) {
            findings.add(new Finding(
                    "RESTORE_AT_NEXT_START",
                    Severity.NOTICE,
                    "the controller's database and its drive slots are put in place when it starts next; what it"
                            + " does until then is not in them",
                    "systemctl restart usenet-controller"));
        }
        otherDatabase(manifest, request).ifPresent(findings::add);
        folders.untold(wanted, request.poolFolders()).ifPresent(findings::add);
        manifest.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> new Finding(finding.code(), Severity.WARNING, finding.text(), finding.remedy()))
                .forEach(findings::add);
        return findings;
    }

    private Optional<Finding> otherDatabase(Manifest manifest, RestoreRequest request) {
        var start = Scope.DATABASE + "/";
        return manifest.entries().stream()
                .map(Manifest.Entry::path)
                .filter(path -> path.startsWith(start) && request.wants(path))
                .filter(path -> !units.fits(path))
                .findFirst()
                .map(path -> new Finding(
                        "RESTORE_OTHER_DATABASE",
                        Severity.WARNING,
                        "%s is not restored: the controller here keeps its data in %s"
                                .formatted(path, units.toldDatabase()),
                        "set DATABASE_URL as it was, and restore it: --only " + path));
    }

    /// The folders of this program where they differ, and what the user said.
    private Rewrites rewrites(Manifest manifest, RestoreRequest request) {
        var paths = new LinkedHashMap<String, String>();
        var here = Map.of(Scope.SETTINGS, scope.settings(), Scope.STATE, scope.state(), Scope.APPS, scope.apps());
        manifest.roots().forEach((part, there) -> {
            var now = here.get(part);
            if (now != null && !now.toString().equals(there)) {
                paths.put(there, now.toString());
            }
        });
        paths.putAll(request.replaced());
        return request.uid() == null && request.gid() == null
                ? new Rewrites(paths, Map.of())
                : new Rewrites(paths, Map.of(STACK_FILE, text -> settings.owned(text, request.uid(), request.gid())));
    }

    /// With the settings comes their owner; files alone go to whom the settings here name.
    private Ownership ownership(Manifest manifest, RestoreRequest request, List<Unit> wanted) {
        if (!User.ofThisProcess().root()) {
            return Ownership.AS_IT_WAS;
        }
        boolean withSettings = wanted.stream().anyMatch(unit -> unit.path().equals(STACK_FILE));
        var owner = settings.current().owner();
        long uid = withSettings ? manifest.owner().uid() : owner.uid();
        long gid = withSettings ? manifest.owner().gid() : owner.gid();
        return new Ownership(
                Map.of(manifest.owner().uid(), request.uid() == null ? uid : request.uid()),
                Map.of(manifest.owner().gid(), request.gid() == null ? gid : request.gid()));
    }
}
