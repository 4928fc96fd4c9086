package media.usenet.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateVariablesTest {

    @ParameterizedTest
    @CsvSource({
        "${PORT}:8096,       80:8096",
        "$PORT:8096,         80:8096",
        "${PORT:-1}:8096,    80:8096",
        "${ABSENT:-1}:8096,  1:8096",
        "${ABSENT-}:8096,    :8096",
        "${ABSENT}:8096,     ${ABSENT}:8096",
        "$$PORT,             $PORT"
    })
    void areFilledAsComposeFillsThem(String text, String filled) {
        assertThat(TemplateVariables.fill(text, Map.of("PORT", "80"))).isEqualTo(filled);
    }

    @Test
    void areFoundAtAnyDepth() {
        var plain = Map.of("a", List.of("${ONE} $$NOT", Map.of("b", "$TWO")), "c", 3, "d", "${FINE:-x} ${THREE:?say}");

        assertThat(TemplateVariables.needed(plain)).containsExactly("ONE", "THREE", "TWO");
    }
}
