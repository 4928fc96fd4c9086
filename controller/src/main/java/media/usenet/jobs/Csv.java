package media.usenet.jobs;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.job.EncoderStep;
import media.usenet.job.Job;
import media.usenet.job.JobOutput;

/// Jobs as lines of comma-separated values; RFC 4180.
final class Csv {

    static final String HEADER = String.join(
            ",",
            "id",
            "type",
            "label",
            "state",
            "priority",
            "lane",
            "key",
            "attempt",
            "maxAttempts",
            "createdAt",
            "startedAt",
            "finishedAt",
            "node",
            "encoder",
            "errorClass",
            "error",
            "outputs",
            "bytes");

    private Csv() {}

    static String line(Job job) {
        var error = job.error();
        return Stream.of(
                        job.id(),
                        job.type(),
                        job.label(),
                        job.state().word(),
                        job.priority().word(),
                        job.lane(),
                        job.key(),
                        job.attempt(),
                        job.maxAttempts(),
                        job.createdAt(),
                        job.startedAt(),
                        job.finishedAt(),
                        job.node(),
                        job.encoderPath().stream()
                                .filter(EncoderStep::used)
                                .map(EncoderStep::encoder)
                                .collect(Collectors.joining(" ")),
                        error == null ? null : error.failure().word(),
                        error == null ? null : error.detail(),
                        job.outputs().stream()
                                .map(output -> output.path().toString())
                                .collect(Collectors.joining("\n")),
                        job.outputs().stream().mapToLong(JobOutput::bytes).sum())
                .map(value -> value == null ? "" : field(value.toString()))
                .collect(Collectors.joining(","));
    }

    /// What a spreadsheet would take for a formula is made text.
    private static String field(String value) {
        var safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return safe.matches("[^,\"\r\n]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
