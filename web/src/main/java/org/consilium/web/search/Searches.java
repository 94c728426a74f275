package org.consilium.web.search;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The searches of a session. Each has a random key, which stands for it in the page's address: so Back, reloading, and
 * a second tab show what they showed, and no log of addresses names a patient.
 */
@Named("searches")
@RequestScoped
public class Searches {

    /** Characters of a search at most: those of an e-mail address. */
    static final int MAX = 254;

    /** The parameter with the key. */
    public static final String PARAMETER = "search";

    /** The most searches of a session; the oldest is forgotten first, and its address then shows everything. */
    private static final int MOST = 20;

    private static final String PREFIX = "search.";
    private static final int KEY_BYTES = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HttpServletRequest request;

    public int getMost() {
        return MAX;
    }

    /** The key in the address; empty if the page shows everything. */
    public String getKey() {
        return Objects.requireNonNullElse(request.getParameter(PARAMETER), "");
    }

    /** The text that the page's address stands for; empty if there is none or it has been forgotten. */
    public String getText() {
        String key = getKey();
        return Optional.ofNullable(request.getSession(false))
                .filter(session -> !key.isEmpty())
                .map(session -> session.getAttribute(PREFIX + key))
                .map(Object::toString)
                .orElse("");
    }

    /** Whether the address stands for a search of another session, or one that is forgotten. */
    public boolean isOver() {
        return !getKey().isEmpty() && getText().isEmpty();
    }

    /** Keeps a text; its key. The same text has the same key, so that repeating a search forgets no other. */
    public String keep(String text) {
        HttpSession session = request.getSession();
        List<String> kept = Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(Comparator.comparingLong(Searches::number))
                .toList();
        String known = kept.stream()
                .filter(name -> text.equals(session.getAttribute(name)))
                .findFirst()
                .orElse("");
        if (!known.isEmpty()) {
            return known.substring(PREFIX.length());
        }
        kept.stream().limit(Math.max(0, kept.size() - MOST + 1)).forEach(session::removeAttribute);
        String key = newKey(kept.isEmpty() ? 1 : number(kept.getLast()) + 1);
        session.setAttribute(PREFIX + key, text);
        return key;
    }

    /** A number, which shows which is the oldest, and a random part. */
    private static String newKey(long number) {
        byte[] random = new byte[KEY_BYTES];
        RANDOM.nextBytes(random);
        return number + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static long number(String name) {
        return Long.parseLong(name.substring(PREFIX.length(), name.indexOf('.', PREFIX.length())));
    }
}
