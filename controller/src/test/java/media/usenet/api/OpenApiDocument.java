package media.usenet.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document, made of what springdoc finds in the code and of what no signature tells: streams, 202,
/// problems,
/// what is always there and what may be null.
public final class OpenApiDocument {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "#/components/schemas/";
    private static final Pattern ALTERNATIVES = Pattern.compile("\\{\\w+:([\\w|]+)}");
    private static final String UPLOAD = "media.usenet.uploads.Upload";
    private static final Set<String> OPEN = Set.of("/health/live", "/health/ready", "/openapi.json");
    private static final Set<String> REQUESTS = Set.of(
            "media.usenet.backup.BackupController.NewPlace",
            "media.usenet.backup.BackupController.VerifyRequest",
            "media.usenet.backup.CreateRequest",
            "media.usenet.backup.Extract.Request",
            "media.usenet.backup.PolicyController.PolicyChange",
            "media.usenet.backup.Prune.Request",
            "media.usenet.backup.RestoreRequest",
            "media.usenet.drives.AddRequest",
            "media.usenet.drives.FormatRequest",
            "media.usenet.drives.StorageController.EjectRequest",
            "media.usenet.drives.StorageController.IdentifyRequest",
            "media.usenet.drives.StorageController.SyncRequest",
            "media.usenet.drives.StorageController.TestRequest",
            "media.usenet.jobs.BulkCommand.Which",
            "media.usenet.jobs.JobCommandsController.PriorityRequest",
            "media.usenet.library.ScanRequest",
            "media.usenet.request.CommandBody",
            "media.usenet.request.CommandTaskBody",
            "media.usenet.request.ComposeBody",
            "media.usenet.request.ConcatBody",
            "media.usenet.request.ExtractBody",
            "media.usenet.request.LoopBody",
            "media.usenet.request.ProbeBody",
            "media.usenet.request.TempoBody",
            "media.usenet.request.TracksBody",
            "media.usenet.request.TracksBody.KeyframeBody",
            "media.usenet.request.TracksBody.TrackBody",
            "media.usenet.request.TranscodeBody",
            "media.usenet.services.Targets",
            "media.usenet.union.UnionController.Evenness",
            "media.usenet.union.UnionController.NamedSlot",
            "media.usenet.union.UnionController.NewPolicy",
            "media.usenet.union.UnionController.NewUnion",
            "media.usenet.webhook.WebhooksController.NewWebhook");
    private static final Set<String> OPERATIONS = Set.of(
            "/v1/encoders/probe",
            "/v1/hardware/benchmark",
            "/v1/storage/format",
            "/v1/storage/pool/balance",
            "/v1/storage/pool/drain");

    private final ObjectNode document;
    private final Map<String, DocumentedRequests.Described> described = DocumentedRequests.read();

    private OpenApiDocument(JsonNode generated) {
        document = (ObjectNode) generated;
    }

    /// @param commands the one path that stands for several, as the controller maps it:
    /// `/v1/services/{command:up|down}`
    public static String of(JsonNode generated, String commands) {
        var made = new OpenApiDocument(generated);
        made.head();
        made.split(commands);
        made.operations();
        made.prune();
        made.schemas();
        var text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(sorted(made.document));
        return text.replaceAll("media\\.usenet\\.[a-z]+\\.", "") + "\n";
    }

    /// Each path that a mapping stands for.
    public static Stream<String> paths(String mapping) {
        var alternatives = ALTERNATIVES.matcher(mapping);
        return alternatives.find()
                ? Arrays.stream(alternatives.group(1).split("\\|", -1)).map(alternatives::replaceFirst)
                : Stream.of(mapping);
    }

    private void head() {
        document.set("info", JSON.readTree("""
                {"title": "Usenet Media Stack", "version": "v1",
                 "description": "The controller of one machine: its hardware, its stack, and what is under way.",
                 "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"}}"""));
        document.set("servers", JSON.readTree("[{\"url\": \"http://127.0.0.1:7070\"}]"));
        document.set("security", JSON.readTree("[{\"bearer\": []}]"));
        document.remove("tags");
        var components = document.withObject("/components");
        components.set("securitySchemes", JSON.readTree("{\"bearer\": {\"type\": \"http\", \"scheme\": \"bearer\"}}"));
        components.set("responses", JSON.readTree("""
                {"Problem": {"description": "What went wrong, and what to do about it.",
                 "content": {"application/problem+json": {"schema":
                   {"$ref": "#/components/schemas/media.usenet.problem.ProblemReport"}}}}}"""));
    }

    private void split(String commands) {
        var paths = (ObjectNode) document.get("paths");
        var common = (ObjectNode) paths.remove(commands.replaceAll(":[\\w|]+}", "}"));
        var operation = (ObjectNode) common.get("post");
        var parameters = ((ArrayNode) operation.get("parameters"))
                .valueStream()
                .filter(parameter -> !parameter.get("in").asString().equals("path"))
                .toList();
        operation.putArray("parameters").addAll(parameters);
        paths(commands).forEach(path -> paths.set(path, common.deepCopy()));
    }

    private void operations() {
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(method -> operation(path.getKey(), method.getKey(), (ObjectNode) method.getValue())));
    }

    private void operation(String path, String method, ObjectNode operation) {
        operation.put("operationId", id(method, path));
        Optional.ofNullable(described.get(method.toUpperCase(Locale.ROOT) + " " + path))
                .ifPresent(found -> operation.put("summary", found.summary()));
        var tag = operation.get("tags").get(0).asString().replace("-controller", "");
        operation.putArray("tags").add(tag);
        if (OPEN.contains(path)) {
            operation.putArray("security");
        }
        var responses = operation.withObject("/responses");
        answers(path, method, responses);
        responses.putObject("default").put("$ref", "#/components/responses/Problem");
    }

    private static void answers(String path, String method, ObjectNode responses) {
        switch (path) {
            case "/v1/services/logs" ->
                responses.set("200", lines("LoggedLine", "One object a line; skip empty lines."));
            case "/v1/services/{service}/exec" ->
                responses.set("200", lines("ExecLine", "One object a line; the last alone has `exit`."));
            case "/v1/operations/{id}/events" ->
                responses.set(
                        "200",
                        events(
                                "`step`s, then one `end`",
                                Map.of("step", "media.usenet.event.Step", "end", "media.usenet.event.Operation")));
            case "/v1/jobs/{id}/events" ->
                responses.set(
                        "200",
                        events(
                                "what happened (`queued`, `started`, `phase`, ...), `progress`, then one `end`",
                                Map.of(
                                        "queued",
                                        "media.usenet.jobs.JobMessage.Told",
                                        "progress",
                                        "media.usenet.jobs.JobMessage.Progressed",
                                        "end",
                                        "media.usenet.job.Job")));
            case "/v1/jobs/{id}/log" ->
                responses.set(
                        "200", answer("The lines so far.", "text/plain", JSON.readTree("{\"type\": \"string\"}")));
            case "/v1/storage/events" ->
                responses.set(
                        "200", events("`drive`s, without end", Map.of("drive", "media.usenet.drives.DriveEvent")));
            case "/v1/duplicates/events" ->
                responses.set(
                        "200",
                        events(
                                "`taken`, `linked`, `restored` and `emptied`, without end",
                                Map.of(
                                        "taken",
                                        "media.usenet.duplicates.DuplicateEvent.Taken",
                                        "linked",
                                        "media.usenet.duplicates.DuplicateEvent.Linked",
                                        "restored",
                                        "media.usenet.duplicates.DuplicateEvent.Restored",
                                        "emptied",
                                        "media.usenet.duplicates.DuplicateEvent.Emptied")));
            case "/health/live", "/health/ready" -> {
                responses.set("200", responses.get("200").deepCopy());
                ((ObjectNode) responses.get("200")).put("description", "It is `UP`.");
                responses.set("503", responses.get("200").deepCopy());
                ((ObjectNode) responses.get("503")).put("description", "It is `DOWN`.");
            }
            case "/openapi.json" ->
                responses.set(
                        "200", answer("OpenAPI 3.1.", "application/json", JSON.readTree("{\"type\": \"object\"}")));
            case "/v1/uploads" -> {
                if (method.equals("post")) {
                    responses.remove("200");
                    responses.set("201", json("It is here. For the tus protocol: begun, without a body.", UPLOAD));
                }
            }
            default -> {
                if (path.startsWith("/v1/jobs/") && !method.equals("get")) {
                    jobs(path, responses);
                } else if ((OPERATIONS.contains(path) || path.startsWith("/v1/storage/")) && !method.equals("get")) {
                    effects(path, responses);
                } else if (path.startsWith("/v1/backups") && method.equals("post")) {
                    backup(path, responses);
                } else if (path.startsWith("/v1/duplicates")) {
                    duplicates(path, responses);
                } else if (path.equals("/v1/library/scan")) {
                    responses.set("200", json("With `dryRun`: what would change.", "media.usenet.effect.Change"));
                    responses.set("202", accepted());
                } else if (method.equals("post")) {
                    responses.set(
                            "200", json("With `dryRun`: what would change.", "media.usenet.services.StackPreview"));
                    responses.set("202", accepted());
                }
            }
        }
    }

    /// What a dry run of each is answered with; the others have none.
    private static void backup(String path, ObjectNode responses) {
        if (path.endsWith("/destinations")) {
            return;
        }
        var preview = Map.of(
                "/v1/backups", "CreateBackup.Preview",
                "/v1/backups/restore", "RestorePlan",
                "/v1/backups/prune", "Prune.Plan");
        responses.remove("200");
        if (preview.containsKey(path)) {
            responses.set(
                    "200", json("With `dryRun`: what would be done.", "media.usenet.backup." + preview.get(path)));
        }
        responses.set("202", accepted());
    }

    private static void effects(String path, ObjectNode responses) {
        var change = "media.usenet.effect.Change";
        var done =
                path.endsWith("/identify") ? "media.usenet.drives.Identify.Identified" : "media.usenet.effect.Effect";
        if (OPERATIONS.contains(path)) {
            responses.set("200", json("With `dryRun`: what would change.", change));
            responses.set("202", accepted());
        } else {
            var either = JSON.createObjectNode();
            either.putArray("anyOf").add(reference(done)).add(reference(change));
            responses.set("200", answer("Done; with `dryRun`: what would change.", "application/json", either));
        }
    }

    /// Plans and comparisons are answered as their signatures say.
    private static void duplicates(String path, ObjectNode responses) {
        if (path.endsWith("/scan") || path.endsWith("/apply") || path.endsWith("/undo")) {
            responses.set("200", json("With `dryRun`: what would change.", "media.usenet.effect.Change"));
            responses.set("202", accepted());
        } else if (path.endsWith("/ignore")) {
            var either = JSON.createObjectNode();
            either.putArray("anyOf")
                    .add(reference("media.usenet.duplicates.DuplicatesController.IgnoreAnswer"))
                    .add(reference("media.usenet.effect.Change"));
            responses.set("200", answer("Done; with `dryRun`: what would change.", "application/json", either));
        }
    }

    private static void jobs(String path, ObjectNode responses) {
        if (!path.contains("{id}")) {
            responses.set("200", json("Done; with `dryRun`: what would be.", "media.usenet.jobs.BulkCommand.Result"));
            return;
        }
        var either = JSON.createObjectNode();
        either.putArray("anyOf").add(reference("media.usenet.job.Job")).add(reference("media.usenet.effect.Change"));
        responses.set("200", answer("The job; with `dryRun`: what would change.", "application/json", either));
        if (path.endsWith("/duplicate")) {
            responses.set("202", json("The new job.", "media.usenet.job.Job"));
        }
    }

    private static ObjectNode accepted() {
        var accepted = json("Begun.", "media.usenet.event.Operation");
        accepted.set(
                "headers",
                JSON.readTree(
                        "{\"Location\": {\"description\": \"The operation's path.\", \"schema\": {\"type\": \"string\"}}}"));
        return accepted;
    }

    private static ObjectNode events(String which, Map<String, String> schemas) {
        var answer = answer(
                "Server-sent events, numbered from 1: %s. Comments keep the connection alive.".formatted(which),
                "text/event-stream",
                JSON.readTree("{\"type\": \"string\"}"));
        var events = answer.withObject("/content/text~1event-stream/x-events");
        schemas.forEach((name, schema) -> events.set(name, reference(schema)));
        return answer;
    }

    private static ObjectNode lines(String record, String description) {
        return answer(description, "application/x-ndjson", reference("media.usenet.services.ServiceOutput." + record));
    }

    private static ObjectNode json(String description, String schema) {
        return answer(description, "application/json", reference(schema));
    }

    private static ObjectNode answer(String description, String type, JsonNode schema) {
        var answer = JSON.createObjectNode().put("description", description);
        answer.putObject("content").putObject(type).set("schema", schema);
        return answer;
    }

    private static ObjectNode reference(String schema) {
        return JSON.createObjectNode().put("$ref", SCHEMA + schema);
    }

    private static String id(String method, String path) {
        var id = new StringBuilder(method);
        for (var word : path.replace("/v1", "").split("[^a-z]+", -1)) {
            id.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return id.toString();
    }

    /// Jackson writes every component of a record, also one that is null, if the component does not say otherwise.
    private void schemas() {
        document.at("/components/schemas").propertyStream().forEach(schema -> {
            var type = type(schema.getKey());
            if (type.isRecord() && !REQUESTS.contains(schema.getKey())) {
                always((ObjectNode) schema.getValue(), type);
            }
        });
    }

    private static void always(ObjectNode schema, Class<?> type) {
        var properties = (ObjectNode) schema.get("properties");
        var required = schema.putArray("required");
        for (var component : type.getRecordComponents()) {
            var property = properties.get(component.getName());
            if (property != null) {
                if (!component.getAccessor().isAnnotationPresent(JsonInclude.class)) {
                    required.add(component.getName());
                }
                properties.set(component.getName(), nullable(component) ? orNull((ObjectNode) property) : property);
            }
        }
    }

    private static boolean nullable(RecordComponent component) {
        return component.getType() == Optional.class
                || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode orNull(ObjectNode property) {
        var either = JSON.createObjectNode();
        either.putArray("anyOf").add(property).addObject().put("type", "null");
        return either;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name.replaceAll("(?<=\\.[A-Z]\\w{0,60})\\.", "\\$"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a schema that stands for no type of ours: " + name, e);
        }
    }

    private void prune() {
        var used = new TreeSet<String>();
        var open = new ArrayDeque<JsonNode>(List.of(document.get("paths"), document.at("/components/responses")));
        while (!open.isEmpty()) {
            for (var reference : open.pop().findValuesAsString("$ref")) {
                if (reference.startsWith(SCHEMA) && used.add(reference.substring(SCHEMA.length()))) {
                    open.add(document.at("/components/schemas").path(reference.substring(SCHEMA.length())));
                }
            }
        }
        ((ObjectNode) document.at("/components/schemas")).retain(used);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(item -> array.add(sorted(item)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        var keys = new TreeMap<String, JsonNode>();
        node.propertyStream().forEach(property -> keys.put(property.getKey(), sorted(property.getValue())));
        var object = JSON.createObjectNode();
        keys.forEach(object::set);
        return object;
    }
}
