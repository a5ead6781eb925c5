package org.proviso.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A small data set in the layout of BEIR, made and broken by tests.
record RetrievalData(Path folder) {

    static final String HEADER = "query-id\tcorpus-id\tscore\n";

    /// Three texts, three queries and judgements of two of them in two splits.
    static RetrievalData in(Path folder) {
        return new RetrievalData(folder)
                .write("corpus.jsonl", """
                        {"_id": "cap 1", "text": "Liability is capped at the fees."}
                        {"_id": "open", "text": "Liability has no limit.", "title": "Unlimited"}
                        {"_id": "notice", "text": "Notices travel by courier.", "title": "", "metadata": {}}
                        """)
                .write("queries.jsonl", """
                        {"_id": "a \\"capped\\" one", "text": "capped liability", "metadata": {"tag": "cap"}}
                        {"_id": "any", "text": "liability", "metadata": {"category": "all|any"}}
                        {"_id": "nobody", "text": "courier"}
                        """)
                .write("qrels/test.tsv", HEADER + """
                        "a ""capped"" one"\tcap 1\t1
                        "a ""capped"" one"\topen\t3
                        """)
                .write("qrels/train.tsv", HEADER + "any\topen\t2\nany\tnotice\t0\n");
    }

    RetrievalData write(String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RetrievalData delete(String file) {
        try {
            Files.delete(folder.resolve(file));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RetrievalFolder source() {
        return source(null);
    }

    RetrievalFolder source(@Nullable String queries, String... splits) {
        return new RetrievalFolder(folder, queries == null ? null : folder.resolve(queries), List.of(splits));
    }
}
