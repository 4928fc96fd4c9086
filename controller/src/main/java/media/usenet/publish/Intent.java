package media.usenet.publish;

import java.nio.file.Path;
import java.util.List;
import media.usenet.job.JobOutput;
import org.springframework.jdbc.core.simple.JdbcClient;

/// That what lies at one path is to be at another, recorded before it is done.
public record Intent(int position, String name, Path made, Path target, boolean replaces, Content content) {

    JobOutput output() {
        return new JobOutput(name, target, content.folder(), content.bytes(), content.sha256());
    }

    static List<Intent> of(JdbcClient db, String job) {
        return db.sql("select * from job_outputs where job = :job order by position")
                .param("job", job)
                .query((row, _) -> new Intent(
                        row.getInt("position"),
                        row.getString("name"),
                        Path.of(row.getString("made")),
                        Path.of(row.getString("target")),
                        row.getInt("replaces") != 0,
                        new Content(row.getInt("folder") != 0, row.getLong("bytes"), row.getString("sha256"))))
                .list();
    }

    void insert(JdbcClient db, String job) {
        db.sql("""
                insert into job_outputs (job, position, name, made, target, folder, replaces, bytes, sha256)
                values (:job, :position, :name, :made, :target, :folder, :replaces, :bytes, :sha256)""")
                .param("job", job)
                .param("position", position)
                .param("name", name)
                .param("made", made.toString())
                .param("target", target.toString())
                .param("folder", content.folder() ? 1 : 0)
                .param("replaces", replaces ? 1 : 0)
                .param("bytes", content.bytes())
                .param("sha256", content.sha256())
                .update();
    }
}
