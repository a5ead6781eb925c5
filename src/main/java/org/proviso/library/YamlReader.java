package org.proviso.library;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.library.Node.Entry;
import org.proviso.library.Node.Mapping;
import org.proviso.library.Node.Scalar;
import org.proviso.library.Node.Sequence;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads one YAML 1.2 document whose top is a mapping, without anchors, aliases and tags.
final class YamlReader {

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setCodePointLimit(LibraryFiles.MAX_FILE_BYTES)
            .build();

    private final Iterator<Event> events;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /// The fields; empty after reporting if there are none.
    static Optional<Mapping> read(String yaml, ProblemSink sink) {
        try {
            Node node = new YamlReader(new Parse(SETTINGS).parseString(yaml).iterator()).document();
            if (node instanceof Mapping mapping) {
                return Optional.of(mapping);
            }
            sink.report(1, "There are no `key: value` lines.", "Start with `id: …`.");
        } catch (Refusal e) {
            sink.report(e.line, String.valueOf(e.getMessage()), "Write plain keys and values.");
        } catch (MarkedYamlEngineException e) {
            int at = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            sink.report(at, "This is not YAML: " + e.getProblem() + ".", "Check indentation, quotes and colons here.");
        } catch (YamlEngineException e) {
            sink.report(1, "This is not YAML.", "Check indentation, quotes and colons.");
        }
        return Optional.empty();
    }

    /// The one document of the stream; null if there is none.
    private @Nullable Node document() {
        Node node = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event.getEventId() == Event.ID.DocumentStart) {
                if (node != null) {
                    throw new Refusal("A second YAML document starts here.", line(event));
                }
                node = node(events.next(), 1);
            }
        }
        return node;
    }

    private Node node(Event event, int depth) {
        int line = line(event);
        if (depth > Node.MAX_DEPTH) {
            throw new Refusal("The values are nested deeper than " + Node.MAX_DEPTH + ".", line);
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refusal("There is an anchor or alias (& or *).", line);
        }
        return switch (event) {
            case ScalarEvent scalar -> {
                refuseTag(scalar.getTag(), line);
                yield new Scalar(scalar.getValue(), line);
            }
            case SequenceStartEvent sequence -> {
                refuseTag(sequence.getTag(), line);
                List<Node> elements = new ArrayList<>();
                for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                    elements.add(node(next, depth + 1));
                }
                yield new Sequence(elements, line);
            }
            case MappingStartEvent mapping -> {
                refuseTag(mapping.getTag(), line);
                List<Entry> entries = new ArrayList<>();
                for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
                    Node key = node(next, depth + 1);
                    Node value = node(events.next(), depth + 1);
                    entries.add(new Entry(key instanceof Scalar scalar ? scalar.text() : "", key.line(), value));
                }
                yield new Mapping(entries, line);
            }
            default -> throw new Refusal("This is not a value.", line);
        };
    }

    private static void refuseTag(Optional<String> tag, int line) {
        if (tag.isPresent()) {
            throw new Refusal("There is a tag (!).", line);
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /// YAML that a library does not use.
    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int line;

        Refusal(String message, int line) {
            super(message);
            this.line = line;
        }
    }
}
