package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which files of the library are meant, by what is in them.
final class MediaFilter {

    private static final List<String> WORDS = List.of(
            "slot",
            "area",
            "presence",
            "status",
            "kind",
            "resolution",
            "codec",
            "hdr",
            "audio",
            "language",
            "duration",
            "bitrate",
            "text");

    private MediaFilter() {}

    static Manual options(Manual manual) {
        return manual.option("--text", "TEXT", "with this in their path")
                .option("--slot", "NAME", "on this drive; as all of these several with commas")
                .option(
                        "--resolution",
                        "SIZE",
                        "2160p, 1080p, 720p ...",
                        "2160p",
                        "1440p",
                        "1080p",
                        "720p",
                        "576p",
                        "480p",
                        "sd")
                .option(
                        "--codec",
                        "NAME",
                        "of the film: hevc, h264, av1 ...",
                        "hevc",
                        "h264",
                        "av1",
                        "vp9",
                        "mpeg2video")
                .option(
                        "--hdr",
                        "KIND",
                        "sdr, hdr10, hdr10_plus, hlg, dolby_vision",
                        "sdr",
                        "hdr10",
                        "hdr10_plus",
                        "hlg",
                        "dolby_vision")
                .option(
                        "--audio",
                        "CODEC",
                        "of the first sound: truehd, eac3, aac ...",
                        "truehd",
                        "dts",
                        "eac3",
                        "ac3",
                        "aac")
                .option("--language", "CODE", "with sound in it: eng, deu ...")
                .option(
                        "--duration",
                        "CLASS",
                        "under-10m, 10m-30m, 30m-1h, 1h-2h, over-2h",
                        "under-10m",
                        "10m-30m",
                        "30m-1h",
                        "1h-2h",
                        "over-2h")
                .option(
                        "--bitrate",
                        "CLASS",
                        "bits a second: under-2M, 2M-5M, 5M-10M, 10M-20M, 20M-40M, over-40M",
                        "under-2M",
                        "2M-5M",
                        "5M-10M",
                        "10M-20M",
                        "20M-40M",
                        "over-40M")
                .option("--kind", "KIND", "video, audio, none", "video", "audio", "none")
                .option(
                        "--status",
                        "STATUS",
                        "probed, broken, truncated, encrypted, empty, sparse, growing ...",
                        "probed",
                        "broken",
                        "truncated",
                        "encrypted",
                        "empty",
                        "sparse",
                        "growing",
                        "timed_out",
                        "unreadable",
                        "not_probed")
                .option("--presence", "WHICH", "present, or unknown where the drive is not there", "present", "unknown")
                .option("--area", "WHICH", "media, downloads, folder", "media", "downloads", "folder")
                .option("--longer", "TIME", "at least so long: 90m, 2h")
                .option("--shorter", "TIME", "at most so long")
                .option("--larger", "SIZE", "at least so large: 20G")
                .option("--smaller", "SIZE", "at most so large");
    }

    static Query query(Given given) {
        var query = new Query("/v1/library/files");
        for (var word : WORDS) {
            query.with(word, given.text("--" + word));
        }
        return query.with("minSeconds", seconds(given, "--longer"))
                .with("maxSeconds", seconds(given, "--shorter"))
                .with("minBytes", bytes(given, "--larger"))
                .with("maxBytes", bytes(given, "--smaller"));
    }

    private static @Nullable String seconds(Given given, String option) {
        var text = given.text(option);
        return text == null ? null : Long.toString(Amount.seconds(option, text));
    }

    private static @Nullable String bytes(Given given, String option) {
        var text = given.text(option);
        return text == null ? null : Long.toString(Amount.bytes(option, text));
    }
}
