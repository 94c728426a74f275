package org.consilium.web.account.passkey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.consilium.account.passkey.PasskeyAnswer;
import org.consilium.platform.ShortValue;
import org.consilium.web.account.device.Device;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/** What the script fills into a form before it sends it: the browser's answer, and what it answers. */
@Named
@RequestScoped
public class PasskeyForm {

    @Inject
    private HttpServletRequest request;

    @ShortValue
    private @Nullable String token;

    @PasskeyAnswer
    private @Nullable String answer;

    /** Of the request that is answered; the page does not get it back, as it is good once. */
    public String takeToken() {
        String taken = Objects.toString(token, "");
        token = null;
        return taken;
    }

    /** The browser's answer as JSON; the page does not get it back. */
    public String takeAnswer() {
        String taken = Objects.toString(answer, "");
        answer = null;
        return taken;
    }

    /** A name for a passkey of this browser. */
    public String suggestedName() {
        String device = Device.named(request);
        return device.isEmpty() ? Words.in(Language.of(request)).get("account.passkey.unnamed") : device;
    }

    public @Nullable String getToken() {
        return token;
    }

    public void setToken(@Nullable String token) {
        this.token = token;
    }

    public @Nullable String getAnswer() {
        return answer;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
