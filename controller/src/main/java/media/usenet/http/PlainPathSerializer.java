package media.usenet.http;

import java.nio.file.Path;
import org.springframework.boot.jackson.JacksonComponent;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/// Jackson writes a Path as a file: URI; people and scripts want the path.
@JacksonComponent
class PlainPathSerializer extends ValueSerializer<Path> {

    @Override
    public void serialize(Path path, JsonGenerator json, SerializationContext context) {
        json.writeString(path.toString());
    }
}
