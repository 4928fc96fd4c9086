package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of a request, in the order in which they were given. What is null is left out: the controller then
/// takes the usual.
final class JsonFields {

    private final List<Object> pairs = new ArrayList<>();

    /// @param value a text, a number, true or false, a list of texts, or fields
    JsonFields with(String name, @Nullable Object value) {
        if (value != null) {
            pairs.add(name);
            pairs.add(value);
        }
        return this;
    }

    /// True, or nothing.
    JsonFields with(String name, boolean value) {
        return with(name, value ? Boolean.TRUE : null);
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    Object[] pairs() {
        return pairs.toArray();
    }

    String json() {
        return JsonWriting.object(pairs());
    }
}
