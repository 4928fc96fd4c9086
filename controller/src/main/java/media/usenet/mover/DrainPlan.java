package media.usenet.mover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Where everything on one slot goes: title by title to the drive that has most room, a title's files apart only
/// where no drive has room for all.
final class DrainPlan {

    private final Room room;
    private final String from;
    private final List<String> others;
    private final List<Move> moves = new ArrayList<>();
    private final List<LeftBehind> left = new ArrayList<>();

    private DrainPlan(Collection<Inventory> inventories, String from, long minFreeBytes) {
        this.room = new Room(inventories, minFreeBytes);
        this.from = from;
        this.others = inventories.stream()
                .filter(inventory -> inventory.slot().writable())
                .map(inventory -> inventory.slot().name())
                .filter(Predicate.not(from::equals))
                .toList();
    }

    static MovePlan of(Collection<Inventory> inventories, String from, long minFreeBytes) {
        var plan = new DrainPlan(inventories, from, minFreeBytes);
        inventories.stream()
                .filter(inventory -> inventory.slot().name().equals(from))
                .forEach(plan::drain);
        return new MovePlan(plan.moves, plan.left);
    }

    private void drain(Inventory inventory) {
        left.addAll(inventory.left());
        for (var title : Title.of(inventory.files())) {
            destination(title.files())
                    .ifPresentOrElse(
                            to -> moves.addAll(room.move(title.files(), from, to)),
                            () -> title.files().forEach(this::drain));
        }
    }

    private void drain(LibraryFile file) {
        destination(List.of(file))
                .ifPresentOrElse(
                        to -> moves.addAll(room.move(List.of(file), from, to)),
                        () -> left.add(new LeftBehind(from, file.name(), because(file))));
    }

    private Optional<String> destination(List<LibraryFile> files) {
        var bytes = files.stream().mapToLong(LibraryFile::sizeBytes).sum();
        return others.stream()
                .filter(to -> room.fits(bytes, to) && room.refusal(files, to).isEmpty())
                .max(Comparator.comparingLong(room::free));
    }

    private String because(LibraryFile file) {
        return others.stream()
                .flatMap(to -> room.refusal(List.of(file), to).stream())
                .findFirst()
                .orElse("no other drive has room for it");
    }
}
