package org.consilium.web.form;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.render.ResponseStateManager;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.web.cookie.SiteCookie;
import org.jspecify.annotations.Nullable;

/**
 * The token against requests from other sites (CSRF) in forms for people who have not signed in, who have no session: a
 * signature of the view by a random key in the browser's cookie. A site that cannot read the cookie cannot make the
 * token, and every node can check it.
 */
final class OpenForm {

    /** The request attribute with the key of a browser that had none before this request. */
    private static final String NEW_KEY = OpenForm.class.getName() + ".key";

    private static final SiteCookie COOKIE = SiteCookie.lax("form", "/", null);
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 16;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final HttpServletRequest request;
    private final String view;

    private OpenForm(HttpServletRequest request, String view) {
        this.request = request;
        this.view = view;
    }

    static OpenForm of(FacesContext context, String view) {
        return new OpenForm((HttpServletRequest) context.getExternalContext().getRequest(), view);
    }

    /** Writes the field with the token, in place of that with the page's state; a browser without a key gets one. */
    void write(FacesContext context) throws IOException {
        HttpServletResponse response =
                (HttpServletResponse) context.getExternalContext().getResponse();
        String token = signature(key().orElseGet(() -> newKey(response)));
        ResponseWriter writer = context.getResponseWriter();
        writer.startElement("input", null);
        writer.writeAttribute("type", "hidden", null);
        writer.writeAttribute("name", ResponseStateManager.VIEW_STATE_PARAM, null);
        writer.writeAttribute("value", token, null);
        writer.writeAttribute("autocomplete", "off", null);
        writer.endElement("input");
    }

    /** Whether a form was sent with the token of this view and this browser. */
    boolean isSentWith(@Nullable String token) {
        byte[] given = String.valueOf(token).getBytes(StandardCharsets.UTF_8);
        return key().map(this::signature)
                .map(expected -> MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given))
                .orElse(false);
    }

    private Optional<String> key() {
        if (request.getAttribute(NEW_KEY) instanceof String fresh) {
            return Optional.of(fresh);
        }
        return COOKIE.find(request).filter(value -> KEY.matcher(value).matches());
    }

    private String newKey(HttpServletResponse response) {
        byte[] bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        String fresh = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(NEW_KEY, fresh);
        COOKIE.set(fresh, request, response);
        return fresh;
    }

    private String signature(String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(view.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
