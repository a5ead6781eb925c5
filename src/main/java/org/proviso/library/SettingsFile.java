package org.proviso.library;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.proviso.clause.ContractLocale;
import org.proviso.clause.Excerpt;
import org.proviso.clause.Jurisdiction;
import org.proviso.library.LintRule.Severity;

/// The keys of `library.yaml`, read and written; a new one is added here.
final class SettingsFile {

    private SettingsFile() {}

    /// The settings; null after a report.
    static @Nullable LibrarySettings read(YamlMap yaml) {
        String id = yaml.text("id");
        String name = yaml.text("name");
        String language = yaml.text("language");
        ContractLocale locale = yaml.read("locale", SettingsFile::locale);
        Jurisdiction jurisdiction = yaml.read("default-jurisdiction", Jurisdiction::new);
        LintSettings lint = yaml.map("lint").map(SettingsFile::lint).orElse(LintSettings.DEFAULT);
        yaml.refuseUnknownKeys();
        return id == null || name == null || language == null || locale == null || jurisdiction == null
                ? null
                : new LibrarySettings(id, name, language, locale, jurisdiction, lint);
    }

    /// The keys that [#read] reads as the same settings.
    static Map<String, Object> fields(LibrarySettings settings) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", settings.id());
        fields.put("name", settings.name());
        fields.put("language", settings.language());
        fields.put("locale", settings.locale().toString());
        fields.put("default-jurisdiction", settings.defaultJurisdiction().code());
        if (!settings.lint().equals(LintSettings.DEFAULT)) {
            fields.put("lint", fields(settings.lint()));
        }
        return fields;
    }

    private static Map<String, Object> fields(LintSettings lint) {
        Map<String, Object> rules = new LinkedHashMap<>();
        lint.switched()
                .forEach((rule, severity) -> rules.put(
                        rule.toString(), severity.map(Severity::toString).orElse("off")));
        Map<String, Object> fields = new LinkedHashMap<>();
        if (!rules.isEmpty()) {
            fields.put("rules", rules);
        }
        fields.put("expiring-days", lint.expiringDays());
        if (!lint.names().isEmpty()) {
            fields.put("names", lint.names());
        }
        return fields;
    }

    private static ContractLocale locale(String tag) {
        return ContractLocale.tagged(tag)
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + Excerpt.of(tag) + "\" is not a locale: write en-US or en-GB."));
    }

    private static LintSettings lint(YamlMap yaml) {
        Map<LintRule, Optional<Severity>> switched = new EnumMap<>(LintRule.class);
        yaml.map("rules").ifPresent(rules -> rules.names().forEach(id -> rule(id, rules, switched)));
        int days = yaml.read("expiring-days", LintSettings.DEFAULT_EXPIRING_DAYS, SettingsFile::days);
        List<String> names = yaml.list("names", name -> name);
        yaml.refuseUnknownKeys();
        return new LintSettings(switched, days, names);
    }

    private static void rule(String id, YamlMap rules, Map<LintRule, Optional<Severity>> switched) {
        LintRule rule = LintRule.named(id).filter(LintRule::isSwitchable).orElse(null);
        Optional<Severity> severity = rules.read(id, Optional.empty(), SettingsFile::severity);
        if (rule == null) {
            rules.report(
                    id,
                    "\"" + Excerpt.of(id) + "\" is no rule that can be switched.",
                    "Name one of "
                            + Arrays.stream(LintRule.values())
                                    .filter(LintRule::isSwitchable)
                                    .toList()
                            + ".");
        } else {
            switched.put(rule, severity);
        }
    }

    private static Optional<Severity> severity(String text) {
        return switch (text) {
            case "off" -> Optional.empty();
            case "warning" -> Optional.of(Severity.WARNING);
            case "error" -> Optional.of(Severity.ERROR);
            default ->
                throw new IllegalArgumentException(
                        "\"" + Excerpt.of(text) + "\" is no severity: write off, warning or error.");
        };
    }

    private static Integer days(String text) {
        if (!text.matches("0|[1-9][0-9]{0,4}")) {
            throw new IllegalArgumentException("\"" + Excerpt.of(text) + "\" is not a number of days up to 99999.");
        }
        return Integer.valueOf(text);
    }
}
