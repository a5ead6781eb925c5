package org.proviso.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.SlotValue;
import org.proviso.cli.VerificationReport.Markup;
import org.proviso.document.CanonicalDocument;
import org.proviso.document.MarkdownReader;
import org.proviso.json.VerificationResult;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
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

    private static final int MAX_BYTES = 64 << 20;

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
        CanonicalDocument document = MarkdownReader.read(text());
        if (document.isEmpty()) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no text in " + file + ".");
        }
        try (Workbench workbench = folders.open(application)) {
            LibrarySnapshot library = workbench.library();
            RequestReader reader = new RequestReader(library);
            ContractType recipe = reader.contractType("--contract-type", contractType);
            Map<String, SlotValue> confirmed = reader.values("values", given, recipe);
            Jurisdiction place = reader.jurisdiction("--jurisdiction", jurisdiction);
            VerificationRequest request = new VerificationRequest(
                    document, reader.date("--as-of", asOf, workbench.today()), confirmed, recipe, place);
            reader.throwProblems();
            Verification verification = workbench.verifier().verify(request);
            PrintWriter out = spec.commandLine().getOut();
            if (folders.json()) {
                out.println(Json.write(VerificationResult.of(library, verification)));
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

    private String text() throws IOException {
        byte[] bytes = bytes();
        if (bytes.length > MAX_BYTES) {
            throw new CommandFailure(ExitStatus.WRONG_USE, file + " is larger than 64 MiB.");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CommandFailure(
                    ExitStatus.WRONG_USE,
                    file + " is not text in UTF-8. Save it as Markdown or plain text; Word files are not read yet.");
        }
    }

    private byte[] bytes() throws IOException {
        if (file.equals("-")) {
            InputStream input = System.in;
            return input.readNBytes(MAX_BYTES + 1);
        }
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "There is no file " + file + ".");
        }
        try (InputStream input = Files.newInputStream(path)) {
            return input.readNBytes(MAX_BYTES + 1);
        }
    }
}
