package org.proviso.app;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.proviso.answering.AnsweringChain;
import org.proviso.clause.ClauseVersionId;
import org.proviso.cli.Workbench;
import org.proviso.drafting.DraftingChain;
import org.proviso.library.LibrarySnapshot;
import org.proviso.retrieval.Embedder;
import org.proviso.retrieval.IndexProgress;
import org.proviso.retrieval.Projection;
import org.proviso.retrieval.Retriever;
import org.proviso.retrieval.TokenProjection;
import org.proviso.tuning.Searches;
import org.proviso.verification.Verifier;

/// A library opened for one command; everything is built when it is first asked for, on the calling thread.
final class CommandWorkbench implements Workbench {

    private final LibrarySnapshot library;
    private final Path data;
    private final Clock clock;
    private final Consumer<IndexProgress> progress;
    private @Nullable Embedder embedder;
    private @Nullable Workspace workspace;

    CommandWorkbench(LibrarySnapshot library, Path data, Clock clock, Consumer<IndexProgress> progress) {
        this.library = library;
        this.data = data;
        this.clock = clock;
        this.progress = progress;
    }

    @Override
    public LibrarySnapshot library() {
        return library;
    }

    @Override
    public Verifier verifier() {
        return new Verifier(library);
    }

    @Override
    public DraftingChain drafting() {
        return new DraftingChain(library, verifier());
    }

    @Override
    public Retriever retriever() {
        return workspace().retriever();
    }

    @Override
    public AnsweringChain answering() {
        return workspace().answering();
    }

    @Override
    public Searches searches() {
        return new Searches() {
            @Override
            public Embedder embedder() {
                return CommandWorkbench.this.embedder();
            }

            @Override
            public Retriever with(Projection projection) {
                return open(projection, null).retriever();
            }

            @Override
            public Map<ClauseVersionId, float[]> vectors(Collection<ClauseVersionId> clauses) {
                return workspace().index().vectors(clauses);
            }
        };
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public void close() {
        if (workspace != null) {
            workspace.close();
            workspace = null;
        }
    }

    private Workspace workspace() {
        return workspace == null
                ? open(
                        InstalledProjection.of(embedder()),
                        InstalledProjection.ofTokens(embedder(), LateInteractionSetting.isOn()))
                : workspace;
    }

    private Embedder embedder() {
        if (embedder == null) {
            embedder = EmbedderSetting.embedder();
        }
        return embedder;
    }

    /// Opens the index anew.
    private Workspace open(Projection projection, @Nullable TokenProjection tokens) {
        close();
        workspace = Workspace.open(
                library, data, embedder(), projection, tokens, ThesaurusFile.read(), Runnable::run, progress);
        workspace.startIndexing();
        return workspace;
    }
}
