package org.consilium.web.fresh;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.fresh.FreshService;
import org.consilium.account.fresh.Proof;
import org.consilium.account.fresh.WrongCodeException;
import org.consilium.account.fresh.WrongPasswordException;
import org.consilium.account.password.TypedPassword;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.web.address.Address;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code con:fresh}, in forms for something of weight: they are there unless the reader has signed in, or
 * filled them in, within the last minutes. The ticket that says so lies in the session.
 */
@Named
@RequestScoped
public class FreshForm {
    private static final String ATTRIBUTE = "consilium.fresh-ticket";
    private static final String PASSWORD = "password";
    private static final String CODE = "code";

    @Inject
    private FreshService fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private Optional<Boolean> asked = Optional.empty();
    private Optional<Boolean> code = Optional.empty();

    @TypedPassword
    private @Nullable String password;

    @ShortValue
    private @Nullable String oneTimeCode;

    /** Keeps the ticket of somebody who has just signed in. */
    public static void remember(FreshTicket ticket, HttpSession session) {
        session.setAttribute(ATTRIBUTE, ticket.value());
    }

    /** The ticket in the session, however old; it may be none. */
    public FreshTicket kept() {
        HttpSession session = request.getSession(false);
        Object value = session == null ? null : session.getAttribute(ATTRIBUTE);
        return value == null ? FreshTicket.NONE : new FreshTicket(value.toString());
    }

    /** Whether the reader has to fill in one of the fields. */
    public boolean isAsked() {
        if (asked.isEmpty()) {
            asked = Optional.of(!fresh.isFresh(kept()));
        }
        return asked.get();
    }

    /** Whether a code does instead of the password. */
    public boolean isCodeTaken() {
        if (code.isEmpty()) {
            code = Optional.of(fresh.takesCodes());
        }
        return code.get();
    }

    /**
     * The ticket for the step of the form; empty if the reader has to fill in a field, or has done so wrongly, which
     * the page says.
     */
    public Optional<FreshTicket> find() {
        if (!isAsked()) {
            return Optional.of(kept());
        }
        if (password == null && oneTimeCode == null) {
            navigation.refuseAt(PASSWORD, "fresh.missing");
            return Optional.empty();
        }
        try {
            FreshTicket ticket = fresh.prove(new Proof(password, oneTimeCode));
            remember(ticket, request.getSession());
            return Optional.of(ticket);
        } catch (WrongPasswordException wrong) {
            navigation.refuseAt(PASSWORD, "account.password.wrong");
        } catch (WrongCodeException wrong) {
            navigation.refuseAt(CODE, "account.code.wrong");
        } catch (LimitReachedException reached) {
            navigation.refuseForNow(PASSWORD, "limit.password", reached);
        }
        return Optional.empty();
    }

    /**
     * The ticket for the step of a button in a list, for which {@code con:prove} stands above it; empty if it is too
     * old, which the page says.
     */
    public Optional<FreshTicket> findKept() {
        if (isAsked()) {
            navigation.refuse("fresh.missing");
            return Optional.empty();
        }
        return Optional.of(kept());
    }

    /** Shows the page again, on which no field is to be filled in for some minutes. */
    public void prove() {
        if (find().isPresent()) {
            navigation.to(Address.shown(request).toString());
        }
    }

    public @Nullable String getPassword() {
        return password;
    }

    public void setPassword(@Nullable String password) {
        this.password = password;
    }

    public @Nullable String getOneTimeCode() {
        return oneTimeCode;
    }

    public void setOneTimeCode(@Nullable String oneTimeCode) {
        this.oneTimeCode = oneTimeCode;
    }
}
