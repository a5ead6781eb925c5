package org.proviso.migration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads standard terms in Markdown: a file, or every `.md` file of a folder that can hold clauses.
final class MarkdownSource {

    private static final long MAX_BYTES = 1 << 20;

    /// How far the parser may look for the ends of what could be tags, all in all.
    private static final long MAX_TAGS = 50_000_000;

    private static final int MAX_FILES = 1_000;

    /// Files of a repository that say something about terms, and cover pages, which ask and state no clause.
    private static final Pattern OTHER =
            Pattern.compile("(?:readme|license|licence|changelog|contributing|code_of_conduct|security)\\b.*"
                    + "|.*cover-?_? ?(?:page|sheet).*");

    private static final int MAX_FRONT_MATTER = 200;

    /// A line of front matter.
    private static final Pattern KEY = Pattern.compile("(?!---\\s*$)(?:[A-Za-z][\\w -]{0,60}:|[ \\t-]).*");

    private MarkdownSource() {}

    static SourceContent folder(Path folder, ImportRequest request) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !isHidden(folder.relativize(path)))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList()) {
                String name = Sources.name(file).toLowerCase(Locale.ROOT);
                if ((name.endsWith(".md") || name.endsWith(".markdown"))
                        && !OTHER.matcher(name).matches()) {
                    files.add(file);
                } else {
                    findings.add(Finding.note(
                            new Place(folder.relativize(file).toString(), 1, ""),
                            "The file is not read: it is no Markdown, a cover page, or about the terms.",
                            "Name it by itself if it holds clauses."));
                }
            }
        }
        if (files.size() + findings.size() > MAX_FILES) {
            throw new UnusableImport(folder + " holds more than 1,000 files. Name a folder of terms.");
        }
        SourceContent content = files(files, request);
        findings.addAll(content.findings());
        return SourceContent.of(content.clauses(), findings);
    }

    private static boolean isHidden(Path file) {
        return StreamSupport.stream(file.spliterator(), false)
                .anyMatch(part -> part.toString().startsWith("."));
    }

    static SourceContent files(List<Path> files, ImportRequest request) throws IOException {
        List<Finding> findings = new ArrayList<>();
        List<Terms> all = new ArrayList<>();
        Gaps gaps = new Gaps();
        for (Path file : files) {
            String name = Sources.name(file);
            Terms terms = Terms.read(name, withoutFrontMatter(text(file), name, findings), request, findings);
            terms.look(gaps);
            all.add(terms);
        }
        List<Incoming> clauses = new ArrayList<>();
        Names ids = new Names();
        all.forEach(terms -> clauses.addAll(terms.clauses(gaps, ids, findings)));
        return SourceContent.of(clauses, findings);
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new UnusableImport(file + " is larger than 1 MiB. Split it.");
        }
        try {
            String text = Files.readString(file);
            if (tags(text) > MAX_TAGS) {
                throw new UnusableImport(file + " holds too many < that no > closes.");
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new UnusableImport(file + " is not UTF-8. Save it as UTF-8.");
        }
    }

    /// The text with empty lines in place of keys and values between `---` at its start, which are no terms.
    private static String withoutFrontMatter(String text, String name, List<Finding> findings) {
        String[] lines = text.split("\n", MAX_FRONT_MATTER);
        int end = 1;
        while (end < lines.length - 1 && KEY.matcher(lines[end]).matches()) {
            end++;
        }
        if (!lines[0].strip().equals("---")
                || end >= lines.length
                || !lines[end].strip().equals("---")) {
            return text;
        }
        findings.add(Finding.note(
                new Place(name, 1, ""),
                "The front matter stays out.",
                "Clauses of another Proviso library come in by its export."));
        return "\n".repeat(end + 1) + String.join("\n", List.of(lines).subList(end + 1, lines.length));
    }

    /// How many characters stand between each `<` and the next `>`, together.
    private static long tags(String text) {
        long all = 0;
        int close = text.length();
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            close = c == '>' ? i : close;
            all += c == '<' ? close - i : 0;
        }
        return all;
    }
}
