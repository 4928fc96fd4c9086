package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                // A bracket in a class is a bracket.
                "[[(]dual[])] ~ a [dual] b ~ YES",
                "[a[]x ~ [x ~ YES",
                "[a&&b]x ~ &x ~ YES",
                // Braces that count nothing are themselves.
                "(?<!{)edition ~ {edition ~ NO",
                "(?<!{)edition ~ an edition ~ YES",
                "a{,3} ~ a{,3} ~ YES",
                // Looking behind has no end.
                "(?<!\\b(remux).*?)\\b(abc)\\b ~ x remux and much more abc ~ NO",
                "(?<!\\b(remux).*?)\\b(abc)\\b ~ x much more abc ~ YES",
                "(?<=\\b[12]\\d{3}\\b.*?)2[ .]0\\b ~ Film 1999 stereo 2.0 ~ YES",
                // Letters that Java alone holds to be equal.
                "sis ~ ſiſ ~ NO",
                "tinı ~ TINI ~ NO",
                "^mkv$ ~ M\u212aV ~ YES",
                // Of a word or not.
                "\\bab ~ éab ~ NO",
                "\\bab ~ Ⓐab ~ YES",
                "\\bab ~ 𝐀ab ~ YES",
                "^.{2}$ ~ 😀 ~ YES",
                "\\w ~ Ⅳ ~ NO",
                "\\d ~ ٣ ~ YES",
                "shirσ ~ SHIRΣ ~ YES",
                "([._-])itunes\\1hd ~ x.iTunes.HD ~ YES",
                "([._-])itunes\\1hd ~ x.iTunes-HD ~ NO",
                "a.b ~ a\u2028b ~ YES",
                "\\x41\\u0042 ~ ab ~ YES",
                "[\\w.-]+@ ~ a.b-c@ ~ YES",
                "(?i)\\bgerman\\b ~ GERMAN ~ YES",
                "a(?:b|c){2,3}?d ~ xabcd ~ YES"
            })
    void areReadAsDotNetReadsThem(String expression, String text, Answer answer) throws Exception {
        var collector = new ExpressionSet.Collector();
        int number = collector.add(expression);
        assertThat(collector.collected().find(text).of(number)).isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a++",
                "(?>a",
                "a)",
                "[a-z-[aeiou]]",
                "(?(1)a|b)",
                "\\Qa\\E",
                "*a",
                "\\p{IsGreek}",
                "a{5,2}",
                "[z-a]",
                "a\\",
                "😀",
                "(?<=(a+)+)b"
            })
    void thatDotNetRefusesOrJavaLacksAreRefused(String expression) {
        assertThatThrownBy(() -> Expression.of(expression)).isInstanceOf(UnusableExpression.class);
    }
}
