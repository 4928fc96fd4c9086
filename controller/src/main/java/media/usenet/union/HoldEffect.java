package media.usenet.union;

import java.util.List;

/// What is asked of an application while the hold is on, and taken back after it.
sealed interface HoldEffect {

    /// The service's name in the catalog.
    String application();

    /// Sonarr and Radarr: do not look at files after a refresh; `rescanAfterRefresh=never`.
    record RescanNever(String application) implements HoldEffect {}

    /// Jellyfin: stop the scan of the library if it runs, and start none by its schedule.
    record ScanTaskOff(String application) implements HoldEffect {}

    /// Plex: it is only warned about, since its setting to empty the trash by itself is the user's.
    record TrashWarning(String application) implements HoldEffect {}

    /// SABnzbd: no download begins that would be unpacked onto a drive that is missing.
    record QueuePaused(String application) implements HoldEffect {}

    static List<HoldEffect> of(List<String> applications) {
        return applications.stream().flatMap(name -> of(name).stream()).toList();
    }

    private static List<HoldEffect> of(String application) {
        return switch (application) {
            case "sonarr", "radarr" -> List.of(new RescanNever(application));
            case "jellyfin" -> List.of(new ScanTaskOff(application));
            case "plex" -> List.of(new TrashWarning(application));
            case "sabnzbd" -> List.of(new QueuePaused(application));
            default -> List.of();
        };
    }
}
