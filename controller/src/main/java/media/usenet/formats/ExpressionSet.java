package media.usenet.formats;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Many expressions, tried on a text together: first which needles are in it, then only what waited for one of them.
final class ExpressionSet {

    /// What one expression may look at before it is given up.
    private static final int LOOKS_OF_ONE = 300_000;

    /// What all together may.
    private static final int LOOKS = 1_000_000;

    private final List<Expression> expressions;
    private final NeedleIndex index;
    private final BitSet always = new BitSet();

    private ExpressionSet(List<Expression> expressions) {
        this.expressions = List.copyOf(expressions);
        var needles = new ArrayList<Set<String>>();
        for (int number = 0; number < expressions.size(); number++) {
            needles.add(expressions.get(number).needles());
            always.set(number, needles.getLast().isEmpty());
        }
        this.index = new NeedleIndex(needles);
    }

    /// Every expression once, numbered as they come.
    static final class Collector {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Expression> expressions = new ArrayList<>();

        int add(String text) throws UnusableExpression {
            var known = numbers.get(text);
            if (known != null) {
                return known;
            }
            expressions.add(Expression.of(text));
            numbers.put(text, expressions.size() - 1);
            return expressions.size() - 1;
        }

        ExpressionSet collected() {
            return new ExpressionSet(expressions);
        }
    }

    int size() {
        return expressions.size();
    }

    /// One after the other, as they are numbered.
    List<Pattern> patterns() {
        return expressions.stream().map(Expression::pattern).toList();
    }

    Hits find(String name) {
        if (name.length() > DotNetText.LONGEST) {
            return Hits.NOT_LOOKED;
        }
        var text = DotNetText.of(name);
        var candidates = (BitSet) always.clone();
        index.find(text, candidates);
        var hits = new Hits(new BitSet(), new BitSet(), true);
        var bounded = new BoundedText(text);
        int left = LOOKS;
        for (int number = candidates.nextSetBit(0); number >= 0; number = candidates.nextSetBit(number + 1)) {
            int allowed = Math.min(left, LOOKS_OF_ONE);
            bounded.allow(allowed);
            hits.put(number, expressions.get(number).in(bounded));
            left -= allowed - Math.max(0, bounded.left());
        }
        return hits;
    }
}
