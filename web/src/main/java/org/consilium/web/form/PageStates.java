package org.consilium.web.form;

import jakarta.faces.component.UIViewRoot;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.consilium.web.site.Page;
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

    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ResponseStateManager faces;

    PageStates(ResponseStateManager faces) {
        this.faces = faces;
    }

    @Override
    public void writeState(FacesContext context, Object state) throws IOException {
        if (isOpen(context)) {
            OpenForm.of(context, context.getViewRoot().getViewId()).write(context);
        } else {
            keep(context, state);
            faces.writeState(context, state);
            ShownTo.write(context);
        }
    }

    /** Whether the page is for people who have not signed in: its form has a token and no state. */
    private static boolean isOpen(FacesContext context) {
        UIViewRoot page = context.getViewRoot();
        return page.isTransient() && Page.isPublic(page.getViewId());
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
        return token.endsWith(mark(viewId)) ? external.getSessionMap().get(PREFIX + token) : null;
    }

    /** Whether a form for people who have not signed in was sent with its token. Faces would believe any form. */
    @Override
    public boolean isStateless(FacesContext context, String viewId) {
        return isPostback(context)
                ? Page.isPublic(viewId) && OpenForm.of(context, viewId).isSentWith(token(context))
                : faces.isStateless(context, viewId);
    }

    /** An address alone is no form, whatever its parameters. */
    @Override
    public boolean isPostback(FacesContext context) {
        Object request = context.getExternalContext().getRequest();
        return request instanceof HttpServletRequest http
                && http.getMethod().equals("POST")
                && faces.isPostback(context);
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
            token = newToken(session) + mark(page.getViewId());
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

    /** The end of the token, which differs from view to view: the state of one means nothing to another. */
    private static String mark(String view) {
        return "." + Integer.toHexString(view.hashCode());
    }

    private static int number(String attribute) {
        return Integer.parseInt(attribute.substring(PREFIX.length(), attribute.indexOf('.', PREFIX.length())));
    }
}
