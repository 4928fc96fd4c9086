package media.usenet.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import media.usenet.database.Database;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.trash.Act;
import media.usenet.trash.ActOutcome;
import media.usenet.trash.TrashEntry;
import media.usenet.watched.Carrying;
import tools.jackson.databind.json.JsonMapper;

/// The plans that were made, what became of them, and the last survey.
final class PlanBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    PlanBook(Database database) {
        this.database = database;
    }

    enum State {
        /// Nothing of it has been done.
        MADE,
        APPLYING,
        APPLIED,
        UNDONE
    }

    /// A plan as it is kept and shown.
    ///
    /// @param made when
    /// @param acts of a plan that takes
    /// @param entries of a plan that empties the trash
    /// @param left what was asked for and is not in the plan, with the reason
    /// @param freedBytes what will be free once the trash is emptied
    /// @param outcomes of the acts so far
    /// @param watched what became of what people had watched of the files
    record Kept(
            String id,
            State state,
            Instant made,
            List<PlannedAct> acts,
            List<TrashEntry> entries,
            List<Survey.LeftOut> left,
            long freedBytes,
            long freedAtMost,
            List<ActOutcome> outcomes,
            List<Carrying> watched) {

        Kept {
            acts = List.copyOf(acts);
            entries = List.copyOf(entries);
            left = List.copyOf(left);
            outcomes = List.copyOf(outcomes);
            // Plans that were kept before there was any have none.
            watched = List.copyOf(Objects.requireNonNullElse(watched, List.of()));
        }

        Kept now(State next, List<ActOutcome> became) {
            return new Kept(id, next, made, acts, entries, left, freedBytes, freedAtMost, became, watched);
        }

        Kept with(List<Carrying> carryings) {
            return new Kept(id, state, made, acts, entries, left, freedBytes, freedAtMost, outcomes, carryings);
        }

        List<Act> pure() {
            return acts.stream().map(PlannedAct::act).toList();
        }
    }

    record PlannedAct(Act act, String group, List<String> because) {

        PlannedAct {
            because = List.copyOf(because);
        }
    }

    void keep(Kept plan) {
        database.change(db -> {
            db.sql("delete from duplicate_plans where id = :id")
                    .param("id", plan.id())
                    .update();
            db.sql("insert into duplicate_plans values (:id, :made, :kind, :state, :body)")
                    .param("id", plan.id())
                    .param("made", plan.made().toEpochMilli())
                    .param("kind", plan.entries().isEmpty() ? "take" : "empty")
                    .param("state", plan.state().name())
                    .param("body", JSON.writeValueAsString(plan))
                    .update();
        });
    }

    /// @throws ProblemException `DUPLICATE_PLAN_NOT_FOUND`
    Kept find(String id) {
        var body = database.read(db -> db.sql("select body from duplicate_plans where id = :id")
                .param("id", id)
                .query(String.class)
                .optional());
        return body.map(text -> JSON.readValue(text, Kept.class))
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.DUPLICATE_PLAN_NOT_FOUND,
                                "there is no plan '%s'".formatted(id),
                                "make one: usenet media duplicates plan; or see which there are: usenet media duplicates list --plans"));
    }

    /// The last first.
    List<Kept> last(int most) {
        return database.read(db -> db
                .sql("select body from duplicate_plans order by made_ms desc limit :most")
                .param("most", most)
                .query(String.class)
                .list()
                .stream()
                .map(text -> JSON.readValue(text, Kept.class))
                .toList());
    }

    void keep(Survey survey) {
        database.change(db -> {
            db.sql("delete from duplicate_surveys").update();
            db.sql("insert into duplicate_surveys values (1, :made, :survey)")
                    .param("made", survey.made().toEpochMilli())
                    .param("survey", JSON.writeValueAsString(survey))
                    .update();
        });
    }

    Optional<Survey> survey() {
        return database.read(db -> db.sql("select survey from duplicate_surveys where id = 1")
                        .query(String.class)
                        .optional())
                .map(text -> JSON.readValue(text, Survey.class));
    }
}
