package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.CertificateCheck;
import org.proviso.certificate.CertificateCheck.LibraryAtHand;
import org.proviso.certificate.CheckResult;
import org.proviso.certificate.KeyFiles;
import org.proviso.certificate.Trust;
import org.proviso.certificate.VerifyingKey;
import org.proviso.json.CheckView;
import org.proviso.library.LoadResult.Loaded;
import org.proviso.library.LoadResult.Refused;
import org.proviso.library.Root;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso check`. Opens no library unless one is named, and never an index or a data folder.
@Command(
        name = "check",
        description = "Checks offline whether a certificate proves that a document is approved text.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private final Application application;

    @Parameters(index = "0", paramLabel = "CERTIFICATE", description = "the certificate, a JSON file")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String certificate;

    @Parameters(index = "1", paramLabel = "DOCUMENT", description = "the document; - for standard input")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String document;

    @Option(names = "--root", paramLabel = "HEX", description = "the root of the library that you trust")
    private @Nullable String root;

    @Option(
            names = "--owner",
            paramLabel = "KEY.pub",
            description = "the public key of the library's owner, who signs its root")
    private @Nullable Path owner;

    @Option(names = "--signer", paramLabel = "KEY.pub", description = "the key that has to have signed the certificate")
    private @Nullable Path signer;

    @Option(
            names = "--library",
            paramLabel = "DIR",
            description = "a library that tells what became of the clauses since; it decides nothing")
    private @Nullable Path library;

    @Option(names = "--json", description = "print JSON as the REST interface does")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CheckCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        byte[] bytes = InputFile.read(document);
        InputFile.text(document, bytes);
        CheckResult result = CertificateCheck.check(
                InputFile.read(certificate),
                bytes,
                new Trust(root == null ? null : pinned(root), key(owner), key(signer)),
                library == null ? null : atHand(library));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.write(CheckView.of(result)));
        } else {
            CheckReport.print(CheckView.of(result), out);
        }
        return result.holds() ? ExitStatus.FINE : ExitStatus.REJECTED;
    }

    private static Root pinned(String hex) {
        try {
            return new Root(hex);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "--root: " + e.getMessage());
        }
    }

    private static @Nullable VerifyingKey key(@Nullable Path file) throws IOException {
        if (file == null) {
            return null;
        }
        if (!Files.isRegularFile(file)) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no key " + file + ".");
        }
        try {
            return KeyFiles.readPublic(file);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, String.valueOf(e.getMessage()));
        }
    }

    private LibraryAtHand atHand(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no folder " + folder + ".");
        }
        return switch (application.load(folder)) {
            case Loaded loaded -> new LibraryAtHand(loaded.snapshot(), application.today());
            case Refused refused ->
                throw new CommandFailure(ExitStatus.WRONG_USE, FolderOptions.report(refused, folder));
        };
    }
}
