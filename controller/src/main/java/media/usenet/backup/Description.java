package media.usenet.backup;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import media.usenet.archive.Manifest;
import media.usenet.health.Finding;
import media.usenet.http.ProgramVersion;
import media.usenet.scope.BackupType;
import media.usenet.scope.Policy;
import media.usenet.scope.Scope;
import media.usenet.settings.SettingsFolder;
import media.usenet.staging.Source;
import media.usenet.staging.Staged;

/// What a backup says of itself: when and where it was made, what is in it and what is not.
final class Description {

    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Scope scope;
    private final MachineFacts machine;
    private final SettingsFolder settings;
    private final InstantSource clock;

    Description(Scope scope, MachineFacts machine, SettingsFolder settings, InstantSource clock) {
        this.scope = scope;
        this.machine = machine;
        this.settings = settings;
        this.clock = clock;
    }

    /// @param more what could not be taken, beside what staging found
    Manifest of(
            CreateRequest request,
            Policy policy,
            BackupType type,
            List<Source> sources,
            Staged staged,
            List<Finding> more) {
        var findings = new ArrayList<>(staged.findings());
        findings.addAll(more);
        var services = sources.stream()
                .filter(source -> source.prefix().startsWith(Scope.APPS + "/"))
                .map(Source::subject)
                .toList();
        var owner = settings.current().owner();
        var now = clock.instant();
        return new Manifest(
                Manifest.FORMAT,
                id(now),
                now,
                type.name(),
                request.name(),
                request.description(),
                request.policy() == null && request.type() != null ? null : policy.name(),
                ProgramVersion.ofThisProgram().version(),
                machine.host(),
                new Manifest.Owner(owner.uid(), owner.gid()),
                Map.of(
                        Scope.SETTINGS,
                        scope.settings().toString(),
                        Scope.STATE,
                        scope.state().toString(),
                        Scope.APPS,
                        scope.apps().toString()),
                machine.services(services, staged.held(), findings),
                machine.drives(),
                staged.databases(),
                staged.entries(),
                findings);
    }

    private static String id(Instant now) {
        return ID.format(now) + "-%04x".formatted(ThreadLocalRandom.current().nextInt(1 << 16));
    }
}
