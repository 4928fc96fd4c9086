package media.usenet.watched;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import media.usenet.apps.MediaItem;
import org.jspecify.annotations.Nullable;

/// What was watched of one file that a plan takes, in one application, and how far the carrying is.
///
/// @param act of the plan, by its number
/// @param from what the application knew the file as; null where it was not asked yet, or did not know it
/// @param because why it is not carried, or not yet
public record Carrying(
        String plan,
        int act,
        String application,
        Stage stage,
        Path file,
        Path keptInstead,
        @Nullable MediaItem from,
        List<Carried> users,
        String because) {

    public enum Stage {
        /// The application gave no answer before the file was taken; it is asked again.
        UNREAD,
        /// Read, and to be carried once the file is taken.
        READ,
        /// What is kept has it now, as far as `because` of each user says nothing else.
        CARRIED,
        /// There was nothing to carry.
        NOTHING,
        /// It cannot be carried.
        LEFT,
        /// The file is back, and what was carried is to be taken back.
        UNDOING,
        TAKEN_BACK;

        /// Whether something is still to be done.
        public boolean waits() {
            return this == UNREAD || this == READ || this == UNDOING;
        }
    }

    public Carrying {
        users = List.copyOf(users);
    }

    static Carrying of(String plan, int act, String application, Path file, Path keptInstead) {
        return new Carrying(plan, act, application, Stage.UNREAD, file, keptInstead, null, List.of(), "");
    }

    Carrying now(Stage next, String reason) {
        return new Carrying(plan, act, application, next, file, keptInstead, from, users, reason);
    }

    Carrying seen(MediaItem item, List<Carried> seen) {
        return new Carrying(plan, act, application, Stage.READ, file, keptInstead, item, seen, "");
    }

    Carrying with(List<Carried> now) {
        return new Carrying(plan, act, application, stage, file, keptInstead, from, now, because);
    }

    /// Of those whose states these are.
    public List<String> names() {
        return users.stream().map(user -> user.viewer().name()).toList();
    }

    /// In a sentence, for people.
    @JsonProperty(access = Access.READ_ONLY)
    public String text() {
        var who = String.join(", ", names());
        return switch (stage) {
            case UNREAD -> "%s: not known yet what was watched of it: %s".formatted(application, because);
            case READ -> "%s: what %s watched waits to be carried%s".formatted(application, who, reason());
            case CARRIED -> "%s: what %s watched was carried%s".formatted(application, whoHasIt(), reason());
            case NOTHING -> "%s: nothing to carry%s".formatted(application, reason());
            case LEFT ->
                "%s: what %s watched was not carried%s"
                        .formatted(application, who.isEmpty() ? "people" : who, reason());
            case UNDOING ->
                "%s: what was carried for %s waits to be taken back%s".formatted(application, who, reason());
            case TAKEN_BACK -> "%s: what was carried for %s was taken back%s".formatted(application, who, reason());
        };
    }

    private String whoHasIt() {
        return users.stream()
                .filter(user -> user.after() != null)
                .map(user -> user.viewer().name())
                .collect(Collectors.joining(", "));
    }

    private String reason() {
        var all = new ArrayList<String>();
        if (!because.isEmpty()) {
            all.add(because);
        }
        users.stream()
                .filter(user -> !user.because().isEmpty())
                .forEach(user -> all.add("%s: %s".formatted(user.viewer().name(), user.because())));
        return all.isEmpty() ? "" : "; " + String.join("; ", all);
    }
}
