package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.RootSignature;
import org.proviso.json.RootView;
import org.proviso.json.RootView.SignatureOnRoot;
import org.proviso.library.LibrarySnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `proviso library root`
@Command(
        name = "root",
        description = "Prints the library's root, which names its whole content, and who signed it.",
        mixinStandardHelpOptions = true)
final class RootCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    RootCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        LibrarySnapshot library = folders.snapshot(application);
        RootView view = RootView.of(library, signature(folders.library(application)));
        PrintWriter out = spec.commandLine().getOut();
        if (folders.json()) {
            out.println(Json.write(view));
        } else {
            out.println(view.root());
            out.println(view.clauses() + " clause versions, " + signed(view.signature()));
        }
        return ExitStatus.FINE;
    }

    private static @Nullable RootSignature signature(Path folder) throws IOException {
        try {
            return RootSignature.in(folder).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }

    private static String signed(@Nullable SignatureOnRoot signature) {
        if (signature == null) {
            return "not signed";
        }
        return (signature.current() ? "signed on " : "changed since it was signed on ") + signature.signedOn()
                + " by a key that says to be " + signature.keyid();
    }
}
