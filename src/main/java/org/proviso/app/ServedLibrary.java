package org.proviso.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.app.LibrarySource.Reading.Broken;
import org.proviso.app.LibrarySource.Reading.Sound;
import org.proviso.library.LibraryProblem;
import org.proviso.web.Generations;
import org.proviso.web.LibraryReload;
import org.proviso.web.ReloadState;
import org.proviso.web.ReloadState.Refused;
import org.proviso.web.ReloadState.Serving;

/// The library that the server works with, one generation after the other.
///
/// The next generation is made aside, by one thread, and then takes the place of the current one in one step.
final class ServedLibrary implements Generations, LibraryReload, AutoCloseable {

    private static final Logger LOG = System.getLogger(ServedLibrary.class.getName());

    private final LibrarySource source;
    private final GenerationMaker maker;
    private final Clock clock;
    private final Turnover<Generation> generations;
    /// What is served; only reloads look at it, one at a time.
    private Generation current;

    private volatile ReloadState last;

    private volatile @Nullable Fingerprint loaded;

    /// Opens the library.
    ///
    /// @throws IllegalStateException with every problem if it is not valid; the server does not start then
    ServedLibrary(LibrarySource source, GenerationMaker maker, Clock clock) {
        this.source = source;
        this.maker = maker;
        this.clock = clock;
        Fingerprint before = source.look().get();
        this.loaded = before;
        this.current = switch (source.read(before)) {
            case Sound sound -> maker.make(sound.library(), sound.signature(), null);
            case Broken broken ->
                throw new IllegalStateException("The library " + source.folder() + " cannot be used:\n"
                        + broken.problems().stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
        this.generations = new Turnover<>(current, Generation::close);
        this.last = new Serving(clock.instant());
        current.workspace().startIndexing();
    }

    @Override
    public TakenGeneration take() {
        return new TakenGeneration(generations.acquire(), LocalDate.now(clock));
    }

    @Override
    public synchronized ReloadState now() {
        try {
            Fingerprint before = source.look().get();
            loaded = before;
            last = switch (source.read(before)) {
                case Sound sound -> serve(sound);
                case Broken broken -> {
                    loaded = broken.lasting() ? before : null;
                    yield refuse(broken.problems());
                }
            };
        } catch (RuntimeException | Error e) {
            refuse(List.of(new LibraryProblem(
                    ".", 1, "Proviso failed on it.", "Look for event=library.refused in the log, and load it again.")));
            throw e;
        }
        return last;
    }

    private ReloadState serve(Sound sound) {
        Generation previous = current;
        Generation next = maker.make(sound.library(), sound.signature(), previous);
        if (next != previous) {
            change(previous, next);
        }
        return new Serving(clock.instant());
    }

    private void change(Generation previous, Generation next) {
        try {
            generations.replace(next);
        } catch (IllegalStateException stopping) {
            next.close();
            throw stopping;
        }
        current = next;
        if (next.workspace() != previous.workspace()) {
            previous.workspace().stopIndexing();
            next.workspace().startIndexing();
        }
        LOG.log(
                Level.INFO,
                "event=library.reloaded root=" + next.library().root() + " previous="
                        + previous.library().root() + " clauses="
                        + next.library().clauses().size() + " generations=" + generations.open());
    }

    private ReloadState refuse(List<LibraryProblem> problems) {
        // What is tried again and again is logged once.
        if (!(last instanceof Refused known && known.problems().equals(problems))) {
            LibraryProblem first = problems.getFirst();
            LOG.log(
                    Level.WARNING,
                    "event=library.refused problems=" + problems.size() + " first=" + first.file() + ":" + first.line()
                            + " serving=" + current.library().root());
        }
        last = new Refused(clock.instant(), problems);
        return last;
    }

    @Override
    public ReloadState last() {
        return last;
    }

    /// What the folder looked like when it was last loaded, whoever asked for that; null if what came of it was
    /// not the files' fault, so that the same files are worth another try.
    @Nullable
    Fingerprint loaded() {
        return loaded;
    }

    /// How many generations are in memory: the one that is served, and those that requests have not finished
    /// with.
    int generations() {
        return generations.open();
    }

    /// Closes every generation, whoever uses it.
    @Override
    public synchronized void close() {
        generations.close();
    }
}
