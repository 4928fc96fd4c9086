package media.usenet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.host.ProcessRunner;
import media.usenet.host.ProgramFolders;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.swap.NextStart;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /// @param url `DATABASE_URL`; SQLite in the state folder where it is empty
    /// @param role a `worker` uses the schema as a controller has made it
    @Bean
    Database database(
            ProgramFolders folders,
            ProcessRunner programs,
            @Value("${database.url:}") String url,
            @Value("${jobs.role:controller}") String role) {
        keepNativeCode(folders.state().resolve("native"));
        var address = address(folders, url);
        return role.equals("worker")
                ? new Database(address, false)
                : new RestoredDatabase(address, new NextStart(folders.state()), programs)
                        .open(() -> new Database(address, true));
    }

    @Bean
    DatabaseCopy databaseCopy(ProgramFolders folders, ProcessRunner programs, @Value("${database.url:}") String url) {
        return new DatabaseCopy(address(folders, url), programs);
    }

    private static DatabaseAddress address(ProgramFolders folders, String url) {
        return DatabaseAddress.of(url, folders.state().resolve("controller.db"));
    }

    /// SQLite's own code is unpacked before it is loaded; where /tmp is mounted noexec that fails.
    private static void keepNativeCode(Path folder) {
        try {
            Files.createDirectories(folder);
            if (System.getProperty("org.sqlite.tmpdir") == null) {
                System.setProperty("org.sqlite.tmpdir", folder.toString());
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot make " + folder, "check the permissions of its folder", e);
        }
    }
}
