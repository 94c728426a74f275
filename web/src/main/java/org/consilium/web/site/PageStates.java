package org.consilium.web.site;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Stores the state of each open page in a session attribute of its own, so that a form reads and writes the state of
 * its page alone. Faces stores all of them in one map, which every page would write as a whole. The value of the hidden
 * field is random and stored in the session, which makes it the form's token against requests from other sites (CSRF).
 */
class PageStates extends ResponseStateManager {
    /** The most open pages of a session; the oldest is forgotten first. */
    static final int MOST = 12;

    static final String PREFIX = "page.";

    /** With this request attribute, Faces writes the field with its value and stores no state. */
    private static final String FIELD_VALUE = "com.sun.faces.ViewStateValue";

    private static final String STATELESS = "stateless";
    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ResponseStateManager faces;

    PageStates(ResponseStateManager faces) {
        this.faces = faces;
    }

    @Override
    public void writeState(FacesContext context, Object state) throws IOException {
        keep(context, state);
        faces.writeState(context, state);
    }

    @Override
    public String getViewState(FacesContext context, Object state) {
        keep(context, state);
        return faces.getViewState(context, state);
    }

    @Override
    public @Nullable Object getState(FacesContext context, String viewId) {
        String token = token(context);
        ExternalContext external = context.getExternalContext();
        if (token == null || external.getSession(false) == null) {
            return null;
        }
        return token.equals(STATELESS) ? STATELESS : external.getSessionMap().get(PREFIX + token);
    }

    @Override
    public boolean isStateless(FacesContext context, String viewId) {
        return faces.isStateless(context, viewId);
    }

    @Override
    public boolean isPostback(FacesContext context) {
        return faces.isPostback(context);
    }

    @Override
    public String getCryptographicallyStrongTokenFromSession(FacesContext context) {
        return faces.getCryptographicallyStrongTokenFromSession(context);
    }

    private static void keep(FacesContext context, Object state) {
        UIViewRoot page = context.getViewRoot();
        Map<Object, Object> request = context.getAttributes();
        if (page.isTransient() || request.containsKey(FIELD_VALUE)) {
            return;
        }
        context.getExternalContext().getSession(true);
        Map<String, Object> session = context.getExternalContext().getSessionMap();
        String token = context.getPartialViewContext().isPartialRequest() ? token(context) : null;
        if (token == null || !session.containsKey(PREFIX + token)) {
            token = newToken(session);
        }
        session.put(PREFIX + token, state);
        request.put(FIELD_VALUE, token);
    }

    private static @Nullable String token(FacesContext context) {
        return context.getExternalContext().getRequestParameterMap().get(ResponseStateManager.VIEW_STATE_PARAM);
    }

    /** A number, which shows which is the oldest, and a random part. */
    private static String newToken(Map<String, Object> session) {
        List<String> open = session.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted(Comparator.comparingInt(PageStates::number))
                .toList();
        open.stream().limit(Math.max(0, open.size() - MOST + 1)).forEach(session::remove);
        int next = open.isEmpty() ? 1 : number(open.getLast()) + 1;
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        return next + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    private static int number(String attribute) {
        return Integer.parseInt(attribute.substring(PREFIX.length(), attribute.indexOf('.', PREFIX.length())));
    }
}
