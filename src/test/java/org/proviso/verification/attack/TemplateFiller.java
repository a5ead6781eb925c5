package org.proviso.verification.attack;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills a clause's template from its source, by hand.
///
/// @param printed the printed value by name, columns as `rows[1].column`
/// @param flags the flags that are set
/// @param rows the number of rows by name
/// @param references what is printed for a family
record TemplateFiller(
        Map<String, String> printed, Set<String> flags, Map<String, Integer> rows, UnaryOperator<String> references) {

    private static final Pattern EACH = Pattern.compile("(?s)\\{\\{#each ([a-z0-9.-]+)}}(.*?)\\{\\{/each}}");
    private static final Pattern INNERMOST_IF =
            Pattern.compile("(?s)\\{\\{#if ([a-z0-9.-]+)}}((?:(?!\\{\\{#if ).)*?)\\{\\{/if}}");
    private static final Pattern GAP = Pattern.compile("\\{\\{(ref )?([a-z0-9.\\[\\]-]+)}}");

    /// The names that a template prints and nobody gave.
    Set<String> missing(String template) {
        Set<String> missing = new TreeSet<>();
        Matcher gaps = GAP.matcher(decided(template));
        while (gaps.find()) {
            if (gaps.group(1) == null && !printed.containsKey(gaps.group(2))) {
                missing.add(gaps.group(2));
            }
        }
        return missing;
    }

    String fill(String template) {
        return GAP.matcher(decided(template))
                .replaceAll(gap -> Matcher.quoteReplacement(
                        gap.group(1) == null ? printed.get(gap.group(2)) : references.apply(gap.group(2))))
                .replace("\u0001", "{{");
    }

    private String decided(String template) {
        String text = template.replace("\\{{", "\u0001");
        text = EACH.matcher(text).replaceAll(each -> Matcher.quoteReplacement(repeated(each.group(1), each.group(2))));
        for (Matcher matcher = INNERMOST_IF.matcher(text); matcher.find(); matcher = INNERMOST_IF.matcher(text)) {
            String[] branches = matcher.group(2).split("\\{\\{else}}", 2);
            boolean set = flags.contains(matcher.group(1));
            String kept = set ? branches[0] : branches.length == 2 ? branches[1] : "";
            text = text.substring(0, matcher.start()) + kept + text.substring(matcher.end());
        }
        return text;
    }

    private String repeated(String name, String body) {
        StringBuilder all = new StringBuilder();
        for (int row = 1; row <= rows.getOrDefault(name, 1); row++) {
            String prefix = "{{" + name + "[" + row + "].";
            all.append(body.replaceAll("\\{\\{(?!ref )", Matcher.quoteReplacement(prefix)));
        }
        return all.toString();
    }
}
