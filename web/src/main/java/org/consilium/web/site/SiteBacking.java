package org.consilium.web.site;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.draft.DraftService;
import org.consilium.server.api.RequestHeaders;
import org.consilium.web.address.Address;
import org.consilium.web.address.OneTimeNote;
import org.jspecify.annotations.Nullable;

/** The frame of every page: the language, the person who is signed in, and where they can go. */
@Named("site")
@RequestScoped
public class SiteBacking {

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    private DraftService drafts;

    /** What a page asks for at many places is found once. */
    private Optional<Caller> visitor = Optional.empty();

    private @Nullable Locale locale;

    private @Nullable Address shown;

    /** Taken from the address when it is first asked for. */
    private Optional<Done> done = Optional.empty();

    private boolean taken;

    public Locale getLocale() {
        if (locale == null) {
            locale = Language.of(request).locale();
        }
        return locale;
    }

    private Optional<Caller> visitor() {
        if (visitor.isEmpty()) {
            visitor = Visitor.of(request);
        }
        return visitor;
    }

    private Address shown() {
        if (shown == null) {
            shown = Address.shown(request);
        }
        return shown;
    }

    public boolean isSignedIn() {
        return visitor().isPresent();
    }

    /** The full name of the person who is signed in. */
    public String getName() {
        return visitor().map(Caller::fullName).orElse("");
    }

    /** The public id of the person who is signed in: scripts tell the server whose page they are part of. */
    public String getAccount() {
        return visitor().map(Caller::getName).orElse("");
    }

    public @Nullable Role getRole() {
        return visitor().map(Caller::role).orElse(null);
    }

    public boolean isPatient() {
        return getRole() == Role.PATIENT;
    }

    public boolean isClinician() {
        return getRole() == Role.NURSE || getRole() == Role.DOCTOR;
    }

    /** Whether an open page refreshes itself: the forms in the response will not be sent. */
    public boolean isBackground() {
        return request.getMethod().equals("GET") && request.getHeader(RequestHeaders.BACKGROUND) != null;
    }

    /** Whether everybody may open the page: it keeps nothing in a session. */
    public boolean isOpen() {
        return Page.at(getPath()).map(Page::isPublic).orElse(true);
    }

    /** The path of the page in the browser. */
    public String getPath() {
        return shown().path();
    }

    /** The address of the page in the browser, with its query. */
    public String getAddress() {
        return shown().toString();
    }

    /** Where to try again what has failed: the page itself, if it is one. */
    public String getAgain() {
        return Continuation.of(getAddress(), Page.LANDING);
    }

    /** The address that shows this page in another language. */
    public String in(Language language) {
        return Address.of(LanguageServlet.PATH + language.code())
                .with(RouteFilter.CONTINUE, getAddress())
                .toString();
    }

    /** The sign-in page, which leads on to where this page would have led. */
    public String getSignIn() {
        return onward(Page.SIGN_IN);
    }

    /** The page for new patients, which leads on to where this page would have led. */
    public String getRegister() {
        return onward(Page.REGISTER);
    }

    private String onward(Page page) {
        return Address.of(page.path())
                .with(RouteFilter.CONTINUE, shown().value(RouteFilter.CONTINUE))
                .toString();
    }

    public String getHome() {
        return visitor()
                .map(Caller::role)
                .map(Page::homeOf)
                .orElse(Page.LANDING)
                .path();
    }

    /** After how many seconds without a click the session ends. */
    public int getIdleSeconds() {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getMaxInactiveInterval())
                .orElse(0);
    }

    /**
     * What the person has just done, to be confirmed on this page, once. Its draft is emptied now, and not when the
     * form came: if the answer to that was lost, the person finds the draft, and sending it again changes nothing.
     */
    public @Nullable Done getDone() {
        if (!taken && request.getMethod().equals("GET")) {
            done = OneTimeNote.take(request, navigation.response()).flatMap(Done::of);
            if (isSignedIn()) {
                done.flatMap(step -> step.draft(getPath())).ifPresent(drafts::empty);
            }
        }
        taken = true;
        return done.orElse(null);
    }
}
