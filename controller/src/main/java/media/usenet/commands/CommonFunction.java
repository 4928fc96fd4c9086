package media.usenet.commands;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// The functions that every expression of FFmpeg's has, but for those that loop (`while`, `taylor`, `root`), print,
/// or read the clock.
@SuppressWarnings("ImmutableEnumChecker") // the functions hold nothing
enum CommonFunction {
    ABS(1, x -> Math.abs(x[0])),
    ACOS(1, x -> Math.acos(x[0])),
    ASIN(1, x -> Math.asin(x[0])),
    ATAN(1, x -> Math.atan(x[0])),
    ATAN2(2, x -> Math.atan2(x[0], x[1])),
    BETWEEN(3, x -> truth(x[0] >= x[1] && x[0] <= x[2])),
    BITAND(2, x -> (long) x[0] & (long) x[1]),
    BITOR(2, x -> (long) x[0] | (long) x[1]),
    CEIL(1, x -> Math.ceil(x[0])),
    CLIP(3, x -> Math.max(x[1], Math.min(x[2], x[0]))),
    COS(1, x -> Math.cos(x[0])),
    COSH(1, x -> Math.cosh(x[0])),
    EQ(2, x -> truth(x[0] == x[1])),
    EXP(1, x -> Math.exp(x[0])),
    FLOOR(1, x -> Math.floor(x[0])),
    GAUSS(1, x -> Math.exp(-x[0] * x[0] / 2) / Math.sqrt(2 * Math.PI)),
    GCD(2, x -> Math.max(Math.abs(x[0]), Math.abs(x[1]))),
    GT(2, x -> truth(x[0] > x[1])),
    GTE(2, x -> truth(x[0] >= x[1])),
    HYPOT(2, x -> Math.hypot(x[0], x[1])),
    IF(2, 3, x -> x[0] != 0 ? x[1] : x.length > 2 ? x[2] : 0),
    IFNOT(2, 3, x -> x[0] == 0 ? x[1] : x.length > 2 ? x[2] : 0),
    ISINF(1, x -> truth(Double.isInfinite(x[0]))),
    ISNAN(1, x -> truth(Double.isNaN(x[0]))),
    LD(1, x -> Double.NaN),
    LERP(3, x -> x[0] + (x[1] - x[0]) * x[2]),
    LOG(1, x -> Math.log(x[0])),
    LT(2, x -> truth(x[0] < x[1])),
    LTE(2, x -> truth(x[0] <= x[1])),
    MAX(2, x -> Math.max(x[0], x[1])),
    MIN(2, x -> Math.min(x[0], x[1])),
    MOD(2, x -> x[0] - Math.floor(x[0] / x[1]) * x[1]),
    NOT(1, x -> truth(x[0] == 0)),
    POW(2, x -> Math.pow(x[0], x[1])),
    RANDOM(1, x -> 1),
    ROUND(1, x -> Math.rint(x[0])),
    SGN(1, x -> Math.signum(x[0])),
    SIN(1, x -> Math.sin(x[0])),
    SINH(1, x -> Math.sinh(x[0])),
    SQRT(1, x -> Math.sqrt(x[0])),
    SQUISH(1, x -> 1 / (1 + Math.exp(4 * x[0]))),
    ST(2, x -> x[1]),
    TAN(1, x -> Math.tan(x[0])),
    TANH(1, x -> Math.tanh(x[0])),
    TRUNC(1, x -> x[0] < 0 ? Math.ceil(x[0]) : Math.floor(x[0]));

    private static final Map<String, CommonFunction> NAMED = Arrays.stream(values())
            .collect(Collectors.toUnmodifiableMap(CommonFunction::spelling, Function.identity()));

    private final int fewest;
    private final int most;
    private final ToDoubleFunction<double[]> meaning;

    CommonFunction(int arguments, ToDoubleFunction<double[]> meaning) {
        this(arguments, arguments, meaning);
    }

    CommonFunction(int fewest, int most, ToDoubleFunction<double[]> meaning) {
        this.fewest = fewest;
        this.most = most;
        this.meaning = meaning;
    }

    static Optional<CommonFunction> named(String name) {
        return Optional.ofNullable(NAMED.get(name));
    }

    /// By name, how many arguments it takes at least and at most.
    static Map<String, Arity> arities() {
        return Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(
                        CommonFunction::spelling, function -> new Arity(function.fewest, function.most)));
    }

    double apply(List<Expression> arguments, ToDoubleFunction<String> names) {
        return meaning.applyAsDouble(
                arguments.stream().mapToDouble(each -> each.value(names)).toArray());
    }

    private String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }

    /// How many arguments a function takes.
    record Arity(int fewest, int most) {

        boolean allows(int count) {
            return fewest <= count && count <= most;
        }
    }
}
