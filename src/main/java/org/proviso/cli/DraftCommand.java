package org.proviso.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.proviso.certificate.Envelope;
import org.proviso.clause.FamilyId;
import org.proviso.clause.Jurisdiction;
import org.proviso.clause.Position;
import org.proviso.clause.Slot;
import org.proviso.drafting.Draft;
import org.proviso.drafting.Draft.Question;
import org.proviso.drafting.DraftCertificate;
import org.proviso.drafting.DraftRequest;
import org.proviso.json.DraftResult;
import org.proviso.library.ContractType;
import org.proviso.library.LibrarySnapshot;
import org.proviso.library.RequestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `proviso draft`
@Command(
        name = "draft",
        description = "Drafts a contract and prints it as Markdown; open questions go to standard error.",
        mixinStandardHelpOptions = true)
final class DraftCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private ValueOptions values = new ValueOptions();

    @Option(names = "--contract-type", paramLabel = "ID", required = true, description = "such as mutual-nda")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String contractType;

    @Option(names = "--jurisdiction", paramLabel = "CODE", description = "such as US-DE (default: the library's)")
    private @Nullable String jurisdiction;

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day whose clauses are used (default: today)")
    private @Nullable String asOf;

    @Option(names = "--position", paramLabel = "FAMILY=POSITION", description = "such as residuals=fallback-1")
    private Map<String, String> positions = new LinkedHashMap<>();

    @Option(names = "--include", paramLabel = "FAMILY", description = "an optional family that is wanted")
    private List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "FAMILY", description = "an optional family that is not")
    private List<String> exclude = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write to a file instead")
    private @Nullable Path output;

    @Option(
            names = "--certificate",
            paramLabel = "OUT.json",
            description = "write the certificate of a complete draft, which proves its text offline")
    private @Nullable Path certificate;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    DraftCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() throws IOException {
        try (Workbench workbench = folders.open(application)) {
            DraftRequest request = request(workbench);
            Draft draft = workbench.drafting().draft(request);
            PrintWriter err = spec.commandLine().getErr();
            Envelope certified = certificate == null || draft.status() != Draft.Status.COMPLETE
                    ? null
                    : DraftCertificate.of(folders.certifier(application, workbench.library(), err), request, draft);
            write(
                    folders.json()
                            ? Json.write(DraftResult.of(workbench.library(), draft, certified)) + "\n"
                            : draft.document().markdown());
            if (certificate != null && certified != null) {
                OutputFile.write(certificate, certified.file());
            } else if (certificate != null) {
                err.println(
                        "no certificate: the draft is " + draft.status() + ", and only a complete one is certified.");
            }
            for (Question question : draft.questions()) {
                err.println("open: " + question.slot().name() + " (" + type(question.slot()) + "): " + question.ask());
            }
            draft.concessions()
                    .forEach(concession ->
                            err.println("conceded: " + concession.chosen().versionId() + " ("
                                    + concession.chosen().position() + ") instead of "
                                    + concession.preferred().versionId()));
            draft.approvals()
                    .forEach(approval -> err.println("to be agreed by " + approval.role() + ": "
                            + approval.clause().versionId()));
            String notice = DraftResult.notice(draft.document());
            if (notice != null) {
                err.println("notice: " + notice);
            }
            err.println(draft.status() + " (" + draft.jurisdiction() + ", as of " + draft.asOf() + ", library "
                    + draft.root().hex().substring(0, 12) + ", verdict "
                    + draft.verification().verdict() + ")");
            return switch (draft.status()) {
                case COMPLETE -> ExitStatus.FINE;
                case NEEDS_INPUT -> ExitStatus.UNCONFIRMED;
            };
        }
    }

    private static String type(Slot slot) {
        return slot.type()
                + slot.columns().values().stream()
                        .map(column -> column.name() + " (" + column.type() + ")")
                        .collect(Collectors.joining(", ", slot.columns().isEmpty() ? "" : " of ", ""));
    }

    private DraftRequest request(Workbench workbench) {
        LibrarySnapshot library = workbench.library();
        RequestReader reader = new RequestReader(library);
        ContractType recipe = reader.contractType("--contract-type", contractType);
        Jurisdiction law = jurisdiction == null
                ? library.settings().defaultJurisdiction()
                : reader.jurisdiction("--jurisdiction", jurisdiction);
        TreeMap<FamilyId, Position> asked = new TreeMap<>();
        positions.forEach((family, position) -> {
            FamilyId id = reader.read("--position", family, FamilyId::new);
            Position at = reader.read("--position", position, Position::parse);
            if (id != null && at != null) {
                asked.put(id, at);
            }
        });
        SortedSet<FamilyId> wanted = families(reader, "--include", include);
        SortedSet<FamilyId> unwanted = families(reader, "--exclude", exclude);
        LocalDate day = reader.date("--as-of", asOf, workbench.today());
        reader.throwProblems();
        if (recipe == null || law == null) {
            throw new IllegalStateException("a missing recipe or jurisdiction is reported");
        }
        return new DraftRequest(recipe, law, day, values.values(), asked, wanted, unwanted);
    }

    private static SortedSet<FamilyId> families(RequestReader reader, String option, List<String> names) {
        SortedSet<FamilyId> families = new TreeSet<>();
        for (String name : names) {
            FamilyId family = reader.read(option, name, FamilyId::new);
            if (family != null) {
                families.add(family);
            }
        }
        return families;
    }

    private void write(String text) {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        OutputFile.write(output, text.getBytes(StandardCharsets.UTF_8));
    }
}
