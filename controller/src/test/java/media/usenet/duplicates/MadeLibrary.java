package media.usenet.duplicates;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;

/// Three hundred films and episodes on two drives, with names as people have them: made of a few short real
/// clips that are copied and hard-linked.
final class MadeLibrary {

    private static final Instant OLD = Instant.parse("2026-01-02T03:04:05Z");
    private static final int FILES = Integer.getInteger("made.files", 300);
    private static final String SECONDS = "24";

    final Path films;
    final Path archive;
    private final Path clips;
    private int number;

    MadeLibrary(Path folder) {
        this.films = folder.resolve("films");
        this.archive = folder.resolve("archive");
        this.clips = folder.resolve("clips");
    }

    int make() throws IOException {
        Files.createDirectories(clips);
        var scene = "mandelbrot=size=640x360:rate=12:maxiter=60";
        var large = clip("large", scene, "640x360", List.of("-preset", "ultrafast", "-crf", "18"));
        var small = clip("small", scene, "320x180", List.of("-preset", "ultrafast", "-crf", "30"));
        var other = clip("other", "testsrc2=size=320x180:rate=12", "320x180", List.of("-preset", "ultrafast"));

        // The same film twice in other qualities, and a third time to the byte among downloads and on the other drive.
        put(large, films, "movies/Sintel (2010)/Sintel.2010.1080p.BluRay.x264-GRP.mkv");
        put(small, films, "movies/Sintel (2010)/Sintel.2010.480p.DVDRip.x264-OLD.mkv");
        same(
                "movies/Sintel (2010)/Sintel.2010.1080p.BluRay.x264-GRP.mkv",
                films,
                "downloads/Sintel.2010.1080p.BluRay.x264-GRP.mkv");
        same("movies/Sintel (2010)/Sintel.2010.1080p.BluRay.x264-GRP.mkv", archive, "old disk/sintel 2010 1080p.mkv");
        linked("movies/Sintel (2010)/Sintel.2010.480p.DVDRip.x264-OLD.mkv", "downloads/sintel.480p.mkv");
        // Editions, remakes, parts, a pack, an episode that two files have.
        put(large, films, "movies/Aliens (1986)/Aliens.1986.1080p.BluRay.x264-A.mkv");
        put(other, films, "movies/Aliens (1986)/Aliens.1986.Directors.Cut.1080p.BluRay.x264-A.mkv");
        put(large, films, "movies/The Thing (1982)/The.Thing.1982.1080p.BluRay.x264-A.mkv");
        put(other, films, "movies/The Thing (2011)/The.Thing.2011.1080p.BluRay.x264-A.mkv");
        put(large, films, "movies/Che (2008)/Che.Part.1.2008.1080p.BluRay.x264-A.mkv");
        put(other, films, "movies/Che (2008)/Che.Part.2.2008.1080p.BluRay.x264-A.mkv");
        put(large, films, "movies/La Haine (1995)/La.Haine.1995.1080p.BluRay.x264-A.mkv");
        put(other, films, "movies/Hate (1995)/Hate.1995.1080p.BluRay.x264-B.mkv");
        put(other, films, "tv/Firefly (2002)/Season 1/Firefly.S01E01E02.720p.BluRay.x264-A.mkv");
        put(large, films, "tv/Firefly (2002)/Season 1/Firefly.S01E01.1080p.BluRay.x264-B.mkv");
        put(other, films, "movies/Sintel (2010)/Sample/sintel.sample.mkv");
        put(other, films, "movies/Sintel (2010)/Sintel (2010)-trailer.mkv");
        // Broken in every way.
        write(films, "movies/Broken (2001)/Broken.2001.1080p.BluRay.x264-A.mkv", "no film at all");
        write(films, "movies/Empty (2002)/Empty.2002.1080p.BluRay.x264-A.mkv", "");
        var cut = put(large, films, "movies/Cut (2003)/Cut.2003.1080p.BluRay.x264-A.mkv");
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 20_000));
        rest(cut);
        while (number < FILES) {
            put(
                    number % 3 == 0 ? other : large,
                    number % 2 == 0 ? films : archive,
                    "tv/Long Show (1990)/Season %02d/Long.Show.S%02dE%02d.1080p.WEB-DL.x264-GRP.mkv"
                            .formatted(number / 20, number / 20, number % 20 + 1));
        }
        return number;
    }

    private Path clip(String name, String scene, String size, List<String> quality) {
        var file = clips.resolve(name + ".mkv");
        var arguments = new ArrayList<>(List.of("-v", "error", "-f", "lavfi", "-i", scene));
        arguments.addAll(List.of("-f", "lavfi", "-i", "sine=frequency=300:sample_rate=16000"));
        arguments.addAll(
                List.of("-t", SECONDS, "-vf", "scale=" + size.replace('x', ':'), "-c:v", "libx264", "-g", "24"));
        arguments.addAll(quality);
        arguments.addAll(List.of("-pix_fmt", "yuv420p", "-c:a", "aac", "-y", file.toString()));
        var command = new ArrayList<>(List.of("ffmpeg"));
        command.addAll(arguments);
        var ran = new HostProcessRunner().run(Command.of(Duration.ofMinutes(5), command.toArray(String[]::new)));
        if (!(ran instanceof Exited exited) || exited.code() != 0) {
            throw new IllegalStateException("ffmpeg: " + ran);
        }
        return file;
    }

    /// With some bytes of its own behind it, which no player minds: else all would be copies.
    private Path put(Path clip, Path root, String name) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(clip, file);
        Files.write(file, "%08d".formatted(++number).getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        return rest(file);
    }

    private void same(String of, Path root, String name) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.copy(films.resolve(of), file);
        number++;
        rest(file);
    }

    private void linked(String of, String name) throws IOException {
        var file = films.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createLink(file, films.resolve(of));
        number++;
    }

    private void write(Path root, String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        number++;
        rest(file);
    }

    private static Path rest(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(OLD));
    }
}
