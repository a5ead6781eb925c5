package org.proviso.app;

import org.proviso.cli.UnusableSettingException;

/// Whether this installation ranks the best clauses once more, token by token.
final class LateInteractionSetting {

    static final String SETTING = "proviso.search.late-interaction";

    /// `src/docs/retrieval.md` says what it gives and takes.
    static final String DEFAULT = "on";

    private LateInteractionSetting() {}

    /// The setting as a command sees it.
    static boolean isOn() {
        return isOn(Settings.find(SETTING).orElse(DEFAULT));
    }

    /// @throws UnusableSettingException if it is neither on nor off
    static boolean isOn(String setting) {
        return switch (setting.strip()) {
            case "on" -> true;
            case "off" -> false;
            default ->
                throw new UnusableSettingException(
                        SETTING + " is \"" + setting + "\", which says neither. Write on or off.");
        };
    }
}
