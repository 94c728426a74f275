package org.consilium.account.passkey;

import java.net.URI;
import java.util.Locale;

/**
 * The site that passkeys are for. Browsers offer them nowhere else, which is why a fake page cannot ask for them.
 *
 * @param domain the relying party ID, a domain (WebAuthn Level 3, section 4, "RP ID")
 * @param origin of the pages, as browsers write it (HTML Standard, section 7.1.1)
 */
record PasskeySite(String domain, String origin) {

    private static final int NO_PORT = -1;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * The site with this address.
     *
     * @throws IllegalStateException if it is no address of a site
     */
    static PasskeySite of(String address) {
        URI uri = URI.create(address.strip().toLowerCase(Locale.ROOT));
        String scheme = uri.getScheme();
        String host = uri.getHost();
        if (host == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalStateException("consilium.web.address must begin with https://host");
        }
        int usual = "https".equals(scheme) ? HTTPS : HTTP;
        String port = uri.getPort() == NO_PORT || uri.getPort() == usual ? "" : ":" + uri.getPort();
        return new PasskeySite(host, scheme + "://" + host + port);
    }
}
