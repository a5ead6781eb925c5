package org.proviso.verification;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ClauseForm;
import org.proviso.clause.ClauseVersion;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Placeholder;
import org.proviso.clause.Slot;
import org.proviso.clause.Status;
import org.proviso.document.Block;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.DocumentReader;
import org.proviso.document.Token;
import org.proviso.library.ContractType.Section;
import org.proviso.library.LibrarySnapshot;
import org.proviso.verification.Form.GappedBlock;

/// A library compiled for verification: every form of every clause but drafts, titles and headings.
///
/// A clause is compiled from its printed forms, read by the very code that reads documents, so both see the same
/// tokens.
final class CompiledLibrary {

    /// No paragraph has more slots.
    static final int MAX_SLOTS_OF_A_BLOCK = 64;

    private final DocumentReader reader;
    private final Vocabulary vocabulary = new Vocabulary();
    private final BlockAutomaton blocks = new BlockAutomaton();
    private final FormAutomaton forms = new FormAutomaton();
    private final Map<String, Integer> titles = new HashMap<>();
    private final Map<FamilyId, IntList> headings = new HashMap<>();
    private final IntList sectionHeadings = new IntList();

    /// @throws IllegalArgumentException if a clause cannot be read, or if too many clauses begin alike for the
    ///     time of a verification to stay bounded
    CompiledLibrary(LibrarySnapshot library, DocumentReader reader) {
        this.reader = reader;
        for (ClauseVersion clause : library.clauses()) {
            if (clause.status() != Status.DRAFT) {
                add(clause);
            }
        }
        library.contractTypes().forEach(recipe -> recipe.sections().forEach(this::addHeading));
        blocks.trim();
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    BlockAutomaton.Reader blockReader() {
        return blocks.new Reader();
    }

    FormAutomaton forms() {
        return forms;
    }

    /// The pattern of a clause's title, or [Transitions#NONE].
    int title(ClauseVersion clause) {
        return titles.getOrDefault(clause.title(), Transitions.NONE);
    }

    /// Whether a recipe puts a heading with this pattern over a family.
    boolean isHeading(int pattern, FamilyId family) {
        IntList patterns = headings.get(family);
        return patterns != null && patterns.contains(pattern);
    }

    /// Whether a recipe has a section heading with this pattern.
    boolean isSectionHeading(int pattern) {
        return sectionHeadings.contains(pattern);
    }

    private void add(ClauseVersion clause) {
        try {
            List<ClauseForm> all = clause.forms();
            for (int order = 0; order < all.size(); order++) {
                forms.add(form(clause, order, all.get(order)));
            }
            if (!clause.title().isEmpty() && !titles.containsKey(clause.title())) {
                titles.put(clause.title(), literal(clause.title()));
            }
        } catch (IllegalArgumentException e) {
            throw new UnverifiableClauseException(clause.versionId(), e);
        }
    }

    private Form form(ClauseVersion clause, int order, ClauseForm text) {
        List<Block> read = read(text.text());
        int[] keys = new int[read.size()];
        List<@Nullable GappedBlock> gapped = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        boolean literal = true;
        for (int i = 0; i < keys.length; i++) {
            String label = read.get(i).label();
            if (label.equals(Block.RENUMBERED)) {
                throw new IllegalArgumentException(
                        "the numbers of a list in it do not count on, so Markdown shows others");
            }
            if (i > 0 && !label.isEmpty()) {
                labels.add(label);
            }
            GappedBlock block = compile(clause, read.get(i), vocabulary);
            keys[i] = Form.key(blocks.add(block.elements()), read.get(i).labelled());
            gapped.add(block.slots().isEmpty() ? null : block);
            literal &= block.slots().isEmpty();
        }
        return new Form(
                clause,
                order,
                text.decisions(),
                keys,
                literal ? List.of() : gapped,
                labels.isEmpty() ? List.of() : labels,
                Form.items(read));
    }

    /// The elements of a block of approved text, slots as gaps.
    static GappedBlock compile(ClauseVersion clause, Block block, Vocabulary vocabulary) {
        int[] elements = new int[block.tokens().size()];
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < elements.length; i++) {
            Token token = block.tokens().get(i);
            if (token.kind() == Token.Kind.PLACEHOLDER) {
                elements[i] = token.spaced() ? BlockAutomaton.SPACED_GAP : BlockAutomaton.GAP;
                slots.add(slot(clause, token));
                if (i > 0 && elements[i - 1] < 0) {
                    throw new IllegalArgumentException("two slots stand side by side in it");
                }
            } else {
                elements[i] = vocabulary.add(token);
            }
        }
        if (slots.size() > MAX_SLOTS_OF_A_BLOCK) {
            throw new IllegalArgumentException(
                    "a paragraph of it has " + slots.size() + " slots, more than " + MAX_SLOTS_OF_A_BLOCK);
        }
        return new GappedBlock(elements, slots.isEmpty() ? List.of() : slots);
    }

    private static Slot slot(ClauseVersion clause, Token placeholder) {
        Slot slot = clause.slot(Placeholder.name(placeholder.text()));
        if (slot == null) {
            throw new IllegalArgumentException("it has no slot " + placeholder.text());
        }
        return slot;
    }

    private void addHeading(Section section) {
        String heading = section.heading();
        if (heading != null) {
            int pattern = literal(heading);
            if (!sectionHeadings.contains(pattern)) {
                sectionHeadings.add(pattern);
            }
            section.items()
                    .forEach(item -> headings.computeIfAbsent(item.family(), _ -> new IntList())
                            .add(pattern));
        }
    }

    private int literal(String words) {
        List<Token> tokens = read(words).getFirst().tokens();
        int[] elements = new int[tokens.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = vocabulary.add(tokens.get(i));
        }
        return blocks.add(elements);
    }

    private List<Block> read(String text) {
        CanonicalDocument document = reader.read(text);
        if (document.blocks().isEmpty() || !document.unreadable().isEmpty()) {
            throw new IllegalArgumentException("it is not readable as paragraphs, maybe because it holds links, code or"
                    + " HTML: " + document.unreadable());
        }
        return document.blocks();
    }
}
