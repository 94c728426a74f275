package org.consilium.web.account.passkey;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.consilium.account.passkey.PasskeyRequest;
import org.consilium.account.passkey.PasskeySignInService;
import org.consilium.limit.ClientAddress;
import org.consilium.web.account.device.TicketCookie;
import org.consilium.web.site.SameOrigin;

/**
 * Gives scripts what they ask the browser for, when a person is about to use it: a request is good for five minutes.
 * {@code POST /sign-in/passkey} asks for any passkey of this site, {@code /sign-in/passkey/step} for one of the person
 * who has entered their password, and {@code /sign-in/passkey/new} for a new one of theirs. The answer comes back with
 * the form of the page.
 */
@WebServlet("/sign-in/passkey/*")
public class PasskeyServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    private transient PasskeySignInService passkeys;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!SameOrigin.sent(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        Optional<PasskeyRequest> begun = begin(request);
        if (begun.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.toJson(begun.get(), response.getWriter());
    }

    private Optional<PasskeyRequest> begin(HttpServletRequest request) {
        ClientAddress from = new ClientAddress(request.getRemoteAddr());
        return switch (Objects.toString(request.getPathInfo(), "")) {
            case "" -> Optional.of(passkeys.begin(from));
            case "/step" -> Optional.of(passkeys.beginStep(TicketCookie.in(request), from));
            case "/new" -> Optional.of(passkeys.beginSetUp(TicketCookie.in(request), from));
            default -> Optional.empty();
        };
    }
}
