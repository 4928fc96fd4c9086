package media.usenet.watched;

import java.util.List;
import java.util.Optional;
import media.usenet.database.Database;
import tools.jackson.databind.json.JsonMapper;

/// The journal of what is carried: written before a file is taken, so that nothing that comes between loses it.
final class CarryingBook {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Database database;

    CarryingBook(Database database) {
        this.database = database;
    }

    void keep(Carrying carrying) {
        database.change(db -> {
            db.sql("delete from duplicate_watched where plan = :plan and act = :act and application = :application")
                    .param("plan", carrying.plan())
                    .param("act", carrying.act())
                    .param("application", carrying.application())
                    .update();
            db.sql("insert into duplicate_watched values (:plan, :act, :application, :waits, :body)")
                    .param("plan", carrying.plan())
                    .param("act", carrying.act())
                    .param("application", carrying.application())
                    .param("waits", carrying.stage().waits() ? 1 : 0)
                    .param("body", JSON.writeValueAsString(carrying))
                    .update();
        });
    }

    void forget(Carrying carrying) {
        database.change(db -> db.sql(
                        "delete from duplicate_watched where plan = :plan and act = :act and application = :application")
                .param("plan", carrying.plan())
                .param("act", carrying.act())
                .param("application", carrying.application())
                .update());
    }

    /// In the order of the plan's acts.
    List<Carrying> of(String plan) {
        return database.read(db -> db
                .sql("select body from duplicate_watched where plan = :plan order by act, application")
                .param("plan", plan)
                .query(String.class)
                .list()
                .stream()
                .map(body -> JSON.readValue(body, Carrying.class))
                .toList());
    }

    List<Carrying> waiting() {
        return database.read(db -> db
                .sql("select body from duplicate_watched where waits = 1 order by plan, act, application")
                .query(String.class)
                .list()
                .stream()
                .map(body -> JSON.readValue(body, Carrying.class))
                .toList());
    }

    Optional<Carrying> find(String plan, int act, String application) {
        return of(plan).stream()
                .filter(one -> one.act() == act && one.application().equals(application))
                .findFirst();
    }
}
