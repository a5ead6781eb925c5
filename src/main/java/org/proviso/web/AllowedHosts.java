package org.proviso.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The names by which this server may be called: its loopback names, and those that `proviso.hosts` lists. This keeps
/// web
/// pages of others from reading a library through the browser of someone who runs Proviso (DNS rebinding).
final class AllowedHosts {

    static final String PROPERTY = "proviso.hosts";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    private final Set<String> names = new TreeSet<>(LOOPBACK);

    AllowedHosts(Collection<String> configured) {
        configured.forEach(name -> names.add(bare(name.strip())));
    }

    /// Whether a host, without its port, is one of them; case and the brackets of an IPv6 address do not matter.
    boolean allows(@Nullable String host) {
        return host != null && names.contains(bare(host));
    }

    /// Whether an `Origin` is a page of one of them; `null` and anything odd is not.
    boolean allowsOrigin(String origin) {
        try {
            URI uri = new URI(origin);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getUserInfo() == null
                    && allows(uri.getHost());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return String.join(", ", names);
    }

    private static String bare(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") && lower.endsWith("]") ? lower.substring(1, lower.length() - 1) : lower;
    }
}
