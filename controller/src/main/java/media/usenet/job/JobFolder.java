package media.usenet.job;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// What the controller itself keeps of a job: its log, and outputs that nobody has given a place.
public final class JobFolder {

    private final Path jobs;

    /// @param state the controller's state folder
    public JobFolder(Path state) {
        this.jobs = state.resolve("jobs");
    }

    public Path of(String job) {
        return jobs.resolve(job);
    }

    public Path outputs(String job) {
        return of(job).resolve("outputs");
    }

    public void delete(String job) throws IOException {
        deleteTree(of(job));
    }

    /// Deletes a folder with all that is in it; follows no link. One that is not there is deleted already.
    public static void deleteTree(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.deleteIfExists(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException _) {
            // Deleted already.
        }
    }
}
