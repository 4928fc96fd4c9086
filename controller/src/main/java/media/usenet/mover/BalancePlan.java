package media.usenet.mover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which titles move so that drives have about the same share of free space: the largest that fit, from the fullest
/// drive to the emptiest, so that few do it. What is being downloaded stays.
final class BalancePlan {

    private static final String BEING_DOWNLOADED = "downloads/incomplete";

    private final Room room;
    private final double percent;
    private final Map<String, List<Title>> titles = new LinkedHashMap<>();
    private final List<Move> moves = new ArrayList<>();

    private BalancePlan(Collection<Inventory> inventories, double percent, long minFreeBytes) {
        this.room = new Room(inventories, minFreeBytes);
        this.percent = percent;
        inventories.forEach(inventory -> titles.put(
                inventory.slot().name(),
                new ArrayList<>(Title.of(inventory.files()).stream()
                        .filter(BalancePlan::movable)
                        .toList())));
    }

    /// @param percent how many percentage points free space may differ afterwards
    static MovePlan of(Collection<Inventory> inventories, double percent, long minFreeBytes) {
        var writable = inventories.stream()
                .filter(inventory -> inventory.slot().writable())
                .toList();
        return new BalancePlan(writable, percent, minFreeBytes).plan();
    }

    private record Candidate(Title title, String from, String to, double gapAfter) {}

    private MovePlan plan() {
        for (var next = best(); next.isPresent(); next = best()) {
            var chosen = next.get();
            moves.addAll(room.move(chosen.title().files(), chosen.from(), chosen.to()));
            // A title moves once: one that came must not go on to a third drive.
            titles.getOrDefault(chosen.from(), List.of()).remove(chosen.title());
        }
        return new MovePlan(moves, List.of());
    }

    /// From the fullest drive, or the next where it has nothing that helps.
    private Optional<Candidate> best() {
        return titles.keySet().stream()
                .sorted(Comparator.comparingDouble(room::freePercent))
                .flatMap(from -> best(from).stream())
                .findFirst();
    }

    private Optional<Candidate> best(String from) {
        return titles.keySet().stream()
                .sorted(Comparator.comparingDouble(room::freePercent).reversed())
                .filter(to -> gap(from, to) > percent)
                .flatMap(to -> best(from, to).stream())
                .findFirst();
    }

    private Optional<Candidate> best(String from, String to) {
        return titles.getOrDefault(from, List.of()).stream()
                .filter(title -> room.fits(title.bytes(), to))
                .map(title -> new Candidate(title, from, to, gapAfter(title, from, to)))
                .filter(candidate -> candidate.gapAfter() < gap(from, to))
                .filter(candidate -> room.refusal(candidate.title().files(), to).isEmpty())
                .min(Comparator.comparingDouble(Candidate::gapAfter));
    }

    private double gap(String from, String to) {
        return room.freePercent(to) - room.freePercent(from);
    }

    private double gapAfter(Title title, String from, String to) {
        var change = 100.0 * title.bytes() / room.slot(from).sizeBytes()
                + 100.0 * title.bytes() / room.slot(to).sizeBytes();
        return Math.abs(gap(from, to) - change);
    }

    private static boolean movable(Title title) {
        return title.bytes() > 0
                && title.files().stream()
                        .flatMap(file -> file.names().stream())
                        .noneMatch(name -> name.startsWith(BEING_DOWNLOADED));
    }
}
