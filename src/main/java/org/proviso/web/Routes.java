package org.proviso.web;

import java.util.Set;

/// The paths of the interface.
final class Routes {

    static final String CERTIFICATES = "/v1/certificates/check";
    static final String CHAT = "/v1/chat/completions";
    static final String CLAUSES = "/v1/clauses";
    static final String CONTRACT_TYPES = "/v1/contract-types";
    static final String DRAFTS = "/v1/drafts";
    static final String LIBRARY = "/v1/library";
    /// Below [#LIBRARY].
    static final String RELOAD = "/reload";
    static final String MODELS = "/v1/models";
    static final String VERIFICATIONS = "/v1/verifications";

    private static final Set<String> POSTED = Set.of(CERTIFICATES, CHAT, DRAFTS, LIBRARY + RELOAD, VERIFICATIONS);

    private Routes() {}

    /// The methods that a path of the interface takes, for the header `Allow`.
    static Set<String> methods(String path) {
        return POSTED.contains(path.replaceFirst("/+$", ""))
                ? Set.of("OPTIONS", "POST")
                : Set.of("GET", "HEAD", "OPTIONS");
    }
}
