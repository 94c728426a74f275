package org.consilium.web.zone;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.consilium.access.Caller;
import org.consilium.account.TimeZoneService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The time zone in which the reader of a page reads times: the one that they have chosen, else that of the browser,
 * else the last one of the account, else the hospital's. The browser tells it by a script.
 */
@Named("zone")
@RequestScoped
public class ReaderZone {

    /** The session's copy of what the account keeps; empty for nothing. */
    private static final String KEPT = "consilium.zone";

    /** The same for the zone that a person has chosen. */
    private static final String CHOSEN = "consilium.zone-chosen";

    /** Those that people look for: one for each place, not the old names and offsets. */
    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

    /** Of the IANA database; asking Java for them copies all of them. */
    private static final Set<String> NAMES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private static final Logger LOG = Logger.getLogger(ReaderZone.class.getName());

    @Inject
    private HttpServletRequest request;

    @Inject
    private TimeZoneService accounts;

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private String hospital;

    private @Nullable ZoneId zone;

    /** The zone of a name, if there is one in the IANA database. */
    public static Optional<ZoneId> named(String name) {
        return Optional.of(name).filter(NAMES::contains).map(ZoneId::of);
    }

    /** The names of zones to choose from, in alphabetical order. */
    public static List<String> names() {
        return NAMES.stream()
                .filter(name -> PLACE.matcher(name).matches())
                .sorted()
                .toList();
    }

    public ZoneId get() {
        if (zone == null) {
            zone = chosen().or(() -> ZoneCookie.in(request)).or(this::kept).orElseGet(this::hospital);
        }
        return zone;
    }

    public ZoneId hospital() {
        return ZoneId.of(hospital);
    }

    /** Whether clocks show another time here than at the hospital. */
    public boolean isElsewhere(Instant instant) {
        return !get().getRules().getOffset(instant).equals(hospital().getRules().getOffset(instant));
    }

    /** The name of the zone in which the page shows times. */
    public String getName() {
        return get().getId();
    }

    /** The name that the browser and the account both keep, so that it need not be told again; empty if they differ. */
    public String getTold() {
        return ZoneCookie.in(request)
                .filter(told ->
                        caller().isEmpty() || kept().filter(told::equals).isPresent())
                .map(ZoneId::getId)
                .orElse("");
    }

    /** Keeps what the browser tells: in the browser, and at the account of a person who has signed in. */
    public void tell(ZoneId told, HttpServletResponse response) {
        ZoneCookie.set(told, request, response);
        caller().filter(caller -> !kept().equals(Optional.of(told))).ifPresent(caller -> {
            accounts.remember(caller, told);
            request.getSession().setAttribute(KEPT, told.getId());
        });
    }

    /** The name of the zone that the reader has chosen; null for that of the device. */
    public @Nullable String getChosen() {
        return chosen().map(ZoneId::getId).orElse(null);
    }

    /** Shows times in a zone that the account keeps, in this session from now on; null for that of the device. */
    public void choose(@Nullable ZoneId chosen) {
        request.getSession().setAttribute(CHOSEN, chosen == null ? "" : chosen.getId());
    }

    private Optional<Caller> caller() {
        return request.getUserPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    private Optional<ZoneId> kept() {
        return ofAccount(KEPT, accounts::of);
    }

    private Optional<ZoneId> chosen() {
        return ofAccount(CHOSEN, accounts::chosenBy);
    }

    private Optional<ZoneId> ofAccount(String attribute, Function<Caller, Optional<ZoneId>> account) {
        HttpSession session = request.getSession(false);
        Optional<Caller> caller = caller();
        if (session == null || caller.isEmpty()) {
            return Optional.empty();
        }
        Object known = session.getAttribute(attribute);
        if (known == null) {
            try {
                known = account.apply(caller.get()).map(ZoneId::getId).orElse("");
            } catch (EJBException outage) {
                // the page says so, and must be shown
                LOG.log(Level.FINE, "the zone is not known", outage);
                return Optional.empty();
            }
            session.setAttribute(attribute, known);
        }
        return named(known.toString());
    }
}
