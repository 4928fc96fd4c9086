package media.usenet.jobs;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import media.usenet.history.JobFilter;
import media.usenet.job.Words;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/// Jobs as a file, written while they are read: as many as there are.
final class JobExport {

    private final Jobs jobs;
    private final JsonMapper json;

    JobExport(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    /// @param format `csv` or `json`
    void write(JobFilter filter, String format, HttpServletResponse response) throws IOException {
        switch (format) {
            case "csv" -> {
                var out = begin("text/csv", format, response);
                out.print(Csv.HEADER + "\r\n");
                jobs.export(filter, job -> out.print(Csv.line(job) + "\r\n"));
                out.flush();
            }
            case "json" -> json(filter, begin(MediaType.APPLICATION_JSON_VALUE, format, response));
            default -> throw Words.unknown("format of an export", format, "csv, json");
        }
    }

    private static PrintWriter begin(String type, String format, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader("Content-Disposition", "attachment; filename=\"jobs.%s\"".formatted(format));
        return new PrintWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8));
    }

    private void json(JobFilter filter, PrintWriter out) {
        try (var array = json.createGenerator(out)) {
            array.writeStartArray();
            jobs.export(filter, array::writePOJO);
            array.writeEndArray();
        }
    }
}
