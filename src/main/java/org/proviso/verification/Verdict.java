package org.proviso.verification;

import java.util.Locale;

/// The answer to "is this text ours, unchanged?". It is a text match; it says nothing of legal sufficiency, authority
/// or
/// enforceability.
public enum Verdict {
    /// Every block is approved text and every slot value is confirmed.
    VERIFIED,
    /// Every block is approved text; the listed values are the reader's to confirm.
    VALUES_UNCONFIRMED,
    REJECTED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
