package org.proviso.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.proviso.answering.Answer;
import org.proviso.answering.AnswerText;
import org.proviso.json.AnswerParts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `proviso ask`
@Command(name = "ask", description = "Answers a question by quoting clauses.", mixinStandardHelpOptions = true)
final class AskCommand implements Callable<Integer> {

    private final Application application;

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Mixin
    private FilterOptions filter = new FilterOptions();

    @Parameters(paramLabel = "QUESTION", arity = "1..*", description = "in your own words")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private List<String> words;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    AskCommand(Application application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        String question = String.join(" ", words);
        if (question.isBlank()) {
            throw new CommandFailure(ExitStatus.WRONG_USE, "The question is empty.");
        }
        try (Workbench workbench = folders.open(application)) {
            Answer answer = workbench.answering().answer(question, filter.filter(workbench));
            spec.commandLine()
                    .getOut()
                    .println(folders.json() ? Json.write(AnswerParts.of(answer)) : AnswerText.of(answer));
            return ExitStatus.FINE;
        }
    }
}
