package media.usenet.transcode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import media.usenet.fetch.FileNames;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.request.Kind;
import media.usenet.task.Source;
import org.jspecify.annotations.Nullable;

/// Where what a request makes goes, and what it is called there.
final class Destination {

    private final Library library;

    Destination(Library library) {
        this.library = library;
    }

    /// Beside the source where it lies in the library, unless the request names a folder.
    ///
    /// @param kept the job's own folder
    /// @throws ProblemException `MEDIA_NOT_FOUND`, `OUTSIDE_LIBRARY`
    Path folder(Kind.Request request, Path kept) {
        return Objects.requireNonNullElse(known(request), kept);
    }

    /// The folder of the library that it goes to; null for a folder of the job's own.
    ///
    /// @throws ProblemException `MEDIA_NOT_FOUND`, `OUTSIDE_LIBRARY`
    @Nullable
    Path known(Kind.Request request) {
        var wanted = request.options().outputFolder();
        if (wanted != null) {
            return library.folder(Path.of(wanted));
        }
        return request.task().sources().getFirst() instanceof Source.LibraryFile(Path path)
                ? library.folder(Objects.requireNonNull(path.getParent(), "a file lies in a folder"))
                : null;
    }

    /// @throws ProblemException `OUTPUT_EXISTS` where a file of that name may not be replaced
    void requireRoom(Kind.Request request, Path target) {
        if (!request.options().mayReplace() && Files.exists(target)) {
            throw new ProblemException(
                    Problem.OUTPUT_EXISTS,
                    "there is a file %s".formatted(target),
                    "give another output_name, or say overwrite: true");
        }
    }

    static String name(Kind.Request request) {
        var task = request.task();
        var extension = task.format().segmented() ? "" : "." + task.format().extension();
        var wanted = request.options().outputName();
        if (wanted != null) {
            return FileNames.safe(wanted.endsWith(extension) ? wanted : wanted + extension);
        }
        return FileNames.safe("%s.%s%s".formatted(stem(task.sources().getFirst()), task.suffix(), extension));
    }

    /// What people would call the source.
    static String title(Source source) {
        return switch (source) {
            case Source.LibraryFile(Path path) -> String.valueOf(path.getFileName());
            case Source.Upload(String id) -> "upload " + id;
            case Source.Address(String url) -> lastPart(url);
        };
    }

    private static String stem(Source source) {
        var title = title(source);
        int dot = title.lastIndexOf('.');
        return dot > 0 ? title.substring(0, dot) : title;
    }

    private static String lastPart(String url) {
        int end = firstOf(url, "?#");
        var path = url.substring(0, end).replaceFirst("/+$", "");
        var last = path.substring(path.lastIndexOf('/') + 1);
        return last.isBlank() ? "download" : last;
    }

    private static int firstOf(String text, String characters) {
        return (int) text.chars().takeWhile(c -> characters.indexOf(c) < 0).count();
    }
}
