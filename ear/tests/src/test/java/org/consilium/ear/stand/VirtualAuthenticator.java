package org.consilium.ear.stand;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;

/**
 * The authenticator that Chromium pretends to have for a page: built in, as in a phone, it keeps passkeys, makes sure
 * of its owner, and agrees to everything (Chrome DevTools Protocol, domain WebAuthn).
 */
public final class VirtualAuthenticator {
    private final CDPSession session;
    private final String id;

    private VirtualAuthenticator(CDPSession session, String id) {
        this.session = session;
        this.id = id;
    }

    /** One with no passkey yet. */
    public static VirtualAuthenticator of(Visit visit) {
        CDPSession session = visit.context().newCDPSession(visit.page());
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject add = new JsonObject();
        add.add("options", options);
        return new VirtualAuthenticator(
                session,
                session.send("WebAuthn.addVirtualAuthenticator", add)
                        .get("authenticatorId")
                        .getAsString());
    }

    /** How many passkeys it has. */
    public int passkeys() {
        JsonObject of = new JsonObject();
        of.addProperty("authenticatorId", id);
        return session.send("WebAuthn.getCredentials", of)
                .getAsJsonArray("credentials")
                .size();
    }
}
