package media.usenet.commands;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// An expression of FFmpeg's, parsed. It renders as it was written, without white space.
sealed interface Expression {

    String text();

    /// What it comes to.
    ///
    /// @param names what variables are worth, and functions that are not FFmpeg's common ones
    double value(ToDoubleFunction<String> names);

    record Constant(String text, double worth) implements Expression {
        @Override
        public double value(ToDoubleFunction<String> names) {
            return worth;
        }
    }

    record Variable(String text) implements Expression {
        @Override
        public double value(ToDoubleFunction<String> names) {
            return names.applyAsDouble(text);
        }
    }

    record Group(Expression inside) implements Expression {
        @Override
        public String text() {
            return "(" + inside.text() + ")";
        }

        @Override
        public double value(ToDoubleFunction<String> names) {
            return inside.value(names);
        }
    }

    record Signed(char sign, Expression of) implements Expression {
        @Override
        public String text() {
            return sign + of.text();
        }

        @Override
        public double value(ToDoubleFunction<String> names) {
            return sign == '-' ? -of.value(names) : of.value(names);
        }
    }

    /// Operands of one rank in a row: `a+b-c`. A flat row, since a cut list is hundreds of terms long.
    record Row(List<Expression> operands, String operators) implements Expression {

        public Row {
            operands = List.copyOf(operands);
        }

        @Override
        public String text() {
            var text = new StringBuilder(operands.getFirst().text());
            for (int next = 1; next < operands.size(); next++) {
                text.append(operators.charAt(next - 1))
                        .append(operands.get(next).text());
            }
            return text.toString();
        }

        @Override
        public double value(ToDoubleFunction<String> names) {
            double value = operands.getFirst().value(names);
            for (int next = 1; next < operands.size(); next++) {
                value = apply(
                        operators.charAt(next - 1), value, operands.get(next).value(names));
            }
            return value;
        }

        private static double apply(char operator, double left, double right) {
            return switch (operator) {
                case '+' -> left + right;
                case '-' -> left - right;
                case '*' -> left * right;
                case '/' -> left / right;
                case '^' -> Math.pow(left, right);
                default -> right;
            };
        }
    }

    record Call(String function, List<Expression> arguments) implements Expression {

        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return arguments.stream().map(Expression::text).collect(Collectors.joining(",", function + "(", ")"));
        }

        @Override
        public double value(ToDoubleFunction<String> names) {
            return CommonFunction.named(function)
                    .map(known -> known.apply(arguments, names))
                    .orElseGet(() -> names.applyAsDouble(function));
        }
    }
}
