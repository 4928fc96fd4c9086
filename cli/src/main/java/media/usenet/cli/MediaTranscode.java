package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// `usenet media transcode`: films into other formats, codecs and sizes.
final class MediaTranscode implements Command {

    private static final String COMMAND = "usenet media transcode";

    @Override
    public Manual manual() {
        return new Manual("transcode", "makes films into other formats, codecs and sizes: a job for each")
                .about("FILE is a file that the controller may read, an address, or upload:ID. What is left out is"
                        + " chosen by the controller, for this machine. Everything else that a transcode can be told:"
                        + " usenet jobs submit transcode.")
                .words("FILE...", "0..*")
                .option(
                        "--preset",
                        "NAME",
                        "fast, balanced, quality, web_optimized, archive_quality, mobile_friendly, hls_streaming",
                        "fast",
                        "balanced",
                        "quality",
                        "web_optimized",
                        "archive_quality",
                        "mobile_friendly",
                        "hls_streaming")
                .option("--codec", "NAME", "of the video: h264, hevc, av1, vp9", "h264", "hevc", "av1", "vp9")
                .option(
                        "--quality",
                        "NUMBER",
                        "like x264's crf, for every encoder: less is better and larger; 18 to 28 is usual")
                .option("--resolution", "SIZE", "1080p, 720p, 1920x1080 ...", "480p", "720p", "1080p", "1440p", "2160p")
                .option(
                        "--hardware",
                        "WISH",
                        "auto (the usual), required, off, or one of nvenc, qsv, vaapi ...",
                        "auto",
                        "required",
                        "off",
                        "nvenc",
                        "qsv",
                        "vaapi")
                .option("--format", "NAME", "of the file: mp4, mkv, webm ...", "mp4", "mkv", "webm", "mov")
                .option("--audio", "CODEC", "aac, opus, copy ...", "aac", "opus", "ac3", "flac", "copy")
                .option("--hdr", "WAY", "keep, or sdr to make it look right on every screen", "keep", "sdr")
                .option("--output-folder", "FOLDER", "where the new files go")
                .option("--output-name", "NAME", "how the new file is called; for one FILE")
                .flag("--overwrite", "even if a file of that name is there")
                .option("--priority", "HOW", "high, normal (the usual), low", "high", "normal", "low")
                .flag(JobSubmission.WAIT, "show how far they are until they end, and end as they do")
                .example("usenet media transcode film.mkv --codec hevc --quality 22 --wait", "with a progress bar")
                .example("usenet media transcode *.avi --preset web_optimized", "many, one after the other")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        given.word("FILE", COMMAND);
        if (given.text("--output-name") != null && given.words().size() > 1) {
            throw new CliProblem(
                    Exit.USAGE,
                    "USAGE",
                    "--output-name names one file, and several FILEs are given",
                    "leave it out: each new file is called after its source");
        }
        var quality = quality(given.text("--quality"));
        var submission = new JobSubmission(session, given.flag(JobSubmission.WAIT));
        for (var file : given.words()) {
            submission.ask("transcode", request(given, file, quality), null);
        }
        return submission.end();
    }

    private static @Nullable Number quality(@Nullable String text) {
        if (text != null && text.matches("[A-Za-z_]+")) {
            throw new CliProblem(
                    Exit.USAGE, "USAGE", "--quality takes a number, and less is better", "--preset " + text);
        }
        return text == null ? null : Amount.decimal("--quality", text);
    }

    private static String request(Given given, String file, @Nullable Number quality) {
        var folder = given.text("--output-folder");
        return new JsonFields()
                .with("input", MediaSource.of(file))
                .with("preset", given.text("--preset"))
                .with("video_codec", given.text("--codec"))
                .with("crf", quality)
                .with("resolution", given.text("--resolution"))
                .with("hardware", given.text("--hardware"))
                .with("output_format", given.text("--format"))
                .with("audio_codec", given.text("--audio"))
                .with("hdr", given.text("--hdr"))
                .with("output_folder", folder == null ? null : MediaSource.path(folder))
                .with("output_name", given.text("--output-name"))
                .with("overwrite", given.flag("--overwrite"))
                .with("priority", given.text("--priority"))
                .json();
    }
}
