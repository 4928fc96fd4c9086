package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import media.usenet.commands.FilterGraph.Filter;

/// Reads a filter graph in FFmpeg's syntax against the table of filters.
final class GraphReader {

    private static final int MOST_FILTERS = 300;
    private static final int MOST_LABELS = 100;

    private final FilterTable filters;
    private final Vocabulary vocabulary;

    GraphReader(FilterTable filters, Vocabulary vocabulary) {
        this.filters = filters;
        this.vocabulary = vocabulary;
    }

    FilterGraph read(String text, String where, Flaws flaws) {
        return new Pass(text, where, flaws).read();
    }

    /// One text being read.
    private final class Pass {

        private final String text;
        private final String where;
        private final Flaws flaws;
        private int at;
        private int count;

        Pass(String text, String where, Flaws flaws) {
            this.text = text;
            this.where = where;
            this.flaws = flaws;
        }

        FilterGraph read() {
            var chains = new ArrayList<List<Filter>>();
            var chain = new ArrayList<Filter>();
            while (true) {
                filter(chain);
                at = FilterToken.skipSpace(text, at);
                if (at == text.length() || ++count == MOST_FILTERS) {
                    break;
                }
                char next = text.charAt(at++);
                if (next == ';') {
                    chains.add(chain);
                    chain = new ArrayList<>();
                } else if (next != ',') {
                    flaws.add(where, text.substring(at - 1), "cannot be read as a filter graph from here on");
                    at = text.length();
                    break;
                }
            }
            if (at < text.length()) {
                flaws.add(where, "", "holds more than %d filters".formatted(MOST_FILTERS));
            }
            chains.add(chain);
            return new FilterGraph(chains);
        }

        private void filter(List<Filter> chain) {
            var inputs = labels("link");
            var name = token("=,;[");
            var settings = settings();
            var outputs = labels("label");
            filters.named(name)
                    .ifPresentOrElse(
                            rule -> chain.add(new Filter(
                                    rule, inputs, new ArgumentReader(rule, settings, where, flaws).read(), outputs)),
                            () -> unknown(name));
        }

        private String settings() {
            if (at == text.length() || text.charAt(at) != '=') {
                return "";
            }
            at++;
            return token("[],;");
        }

        private void unknown(String name) {
            if (name.isEmpty()) {
                flaws.add(where, text.substring(Math.max(0, at - 1)), "a filter's name is missing here");
            } else {
                flaws.add(where, name, filters.unknown(name));
            }
        }

        private List<String> labels(String shape) {
            var labels = new ArrayList<String>();
            at = FilterToken.skipSpace(text, at);
            while (at < text.length() && text.charAt(at) == '[' && labels.size() < MOST_LABELS) {
                at++;
                label(token("]"), shape, labels);
                at = FilterToken.skipSpace(text, Math.min(at + 1, text.length()));
            }
            return labels;
        }

        private void label(String label, String shape, List<String> labels) {
            if (vocabulary.shape("label").read(label) instanceof Reading.Taken
                    || vocabulary.shape(shape).read(label) instanceof Reading.Taken) {
                labels.add(label);
            } else {
                flaws.add(where, "[" + label + "]", "is no label: letters, digits and _, or a stream such as 0:v");
            }
        }

        private String token(String terminators) {
            var token = FilterToken.read(text, at, terminators);
            at = token.end();
            return token.text();
        }
    }
}
