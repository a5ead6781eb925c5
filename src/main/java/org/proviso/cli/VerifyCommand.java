package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Certificate;
import org.proviso.certificate.ConfirmedValues;
import org.proviso.certificate.Envelope;
import org.proviso.certificate.KeyFiles;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.json.VerificationResult;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import org.proviso.verification.Verdict;
import org.proviso.verification.Verification;
import org.proviso.verification.VerificationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso verify`
@Command(
        name = "verify",
        description = "Says whether a document is approved text, and what is not.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private ValueOptions values = new ValueOptions();

    @Option(names = "--contract-type", paramLabel = "ID", description = "the recipe to check completeness against")
    private @Nullable String contractType;

    @Option(
            names = "--jurisdiction",
            paramLabel = "CODE",
            description = "the jurisdiction that every clause has to fit, such as US-DE")
    private @Nullable String jurisdiction;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day whose clauses count (default: today)")
    private @Nullable String asOf;

    @Option(names = "--markdown", description = "print the report as Markdown")
    private boolean markdown;

    @Option(
            names = "--certificate",
            paramLabel = "OUT.json",
            description = "write the certificate of a verified document, which proves its text offline")
    private @Nullable Path certificate;

    @Option(
            names = "--confirmed-by",
            paramLabel = "CERT.json",
            description = "count the values of an earlier certificate as confirmed")
    private @Nullable Path confirmedBy;

    @Option(
            names = "--signer",
            paramLabel = "KEY.pub",
            description = "the key that signed the earlier certificate (default: the one below --data)")
    private @Nullable Path signer;

    @Parameters(paramLabel = "FILE", description = "Markdown or plain text in UTF-8; - for standard input")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    VerifyCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> given = values.values();
        byte[] bytes = InputFile.read(file);
        CanonicalDocument document = MarkdownReader.read(InputFile.text(file, bytes));
        if (document.isEmpty()) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no text in " + file + ".");
        }
        try (Workbench workbench = folders.open(application)) {
            LibrarySnapshot library = workbench.library();
            RequestReader reader = new RequestReader(library);
            ContractType recipe = reader.contractType("--contract-type", contractType);
            Certificate earlier = confirmedBy == null ? null : earlier(confirmedBy);
            Map<String, SlotValue> confirmed = ConfirmedValues.of(reader, recipe, given, earlier);
            Jurisdiction place = reader.jurisdiction("--jurisdiction", jurisdiction);
            VerificationRequest request = new VerificationRequest(
                    document, reader.date("--as-of", asOf, workbench.today()), confirmed, recipe, place);
            reader.throwProblems();
            Verification verification = workbench.verifier().verify(request);
            PrintWriter out = spec.commandLine().getOut();
            Envelope certified =
                    certificate == null ? null : certify(certificate, library, request, verification, bytes);
            if (folders.json()) {
                out.println(Json.write(VerificationResult.of(library, verification, certified)));
            } else {
                Markup markup = markdown ? Markup.MARKDOWN : Markup.TEXT;
                out.print(new VerificationReport(file, library.slotFormat(), document.source(), verification, markup)
                        .write());
                out.flush();
            }
            return switch (verification.verdict()) {
                case VERIFIED -> ExitStatus.FINE;
                case VALUES_UNCONFIRMED -> ExitStatus.UNCONFIRMED;
                case REJECTED -> ExitStatus.REJECTED;
            };
        }
    }

    private @Nullable Envelope certify(
            Path file, LibrarySnapshot library, VerificationRequest request, Verification verification, byte[] bytes) {
        PrintWriter err = spec.commandLine().getErr();
        if (verification.verdict() != Verdict.VERIFIED) {
            err.println("no certificate: the document is " + verification.verdict()
                    + ", and only a verified one is certified.");
            return null;
        }
        Envelope certified = folders.certifier(application, library, err).certify(request, verification, bytes);
        OutputFile.write(file, certified.file());
        return certified;
    }

    /// An earlier certificate, of the named signer or of this data folder.
    private Certificate earlier(Path file) throws IOException {
        try {
            Certificate earlier = Certificate.read(InputFile.read(file.toString()));
            if (signer != null ? !KeyFiles.readPublic(signer).equals(earlier.signer()) : !isOurs(earlier)) {
                throw new CommandFailure(
                        ExitStatus.WRONG_USE,
                        file + " is signed by " + earlier.signer() + ", which is not the key "
                                + (signer == null ? "below " + folders.data(application) : signer)
                                + ". Maybe name its signer's key with --signer KEY.pub.");
            }
            return earlier;
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitStatus.WRONG_USE, file + ": " + e.getMessage());
        }
    }

    private boolean isOurs(Certificate earlier) throws IOException {
        return application.signingKey(folders.data(application)).publicKey().equals(earlier.signer());
    }
}
