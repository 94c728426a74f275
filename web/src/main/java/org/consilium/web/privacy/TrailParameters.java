package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.account.AccountId;
import org.consilium.audit.AuditKind;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.web.address.Address;
import org.consilium.web.search.Searches;
import org.jspecify.annotations.Nullable;

/**
 * What a report is about, as its address tells: public ids and days. The address that somebody came from is a search of
 * the session: it stands in no log of addresses.
 */
@RequestScoped
public class TrailParameters {
    static final String PERSON = "person";
    static final String PATIENT = "patient";
    static final String RECORD = "record";
    static final String KIND = "kind";
    static final String FROM = "from";
    static final String UNTIL = "until";

    private static final Pattern DAY = Pattern.compile("2\\d{3}-\\d{2}-\\d{2}");

    @Inject
    private HttpServletRequest request;

    @Inject
    private Searches searches;

    TrailFilter filter() {
        return new TrailFilter(
                account(PERSON),
                account(PATIENT),
                searches.getText().isEmpty() ? null : searches.getText(),
                find(RECORD).orElse(null),
                kind(),
                day(FROM),
                day(UNTIL));
    }

    /** Another page, or the same, with the same filter and from its beginning. */
    Address at(String path) {
        Address address = Address.of(path).with(Searches.PARAMETER, searches.getKey());
        for (String name : new String[] {PERSON, PATIENT, RECORD, KIND, FROM, UNTIL}) {
            address = address.with(name, request.getParameter(name));
        }
        return address;
    }

    @Nullable
    AuditKind kind() {
        return find(KIND)
                .flatMap(name -> Arrays.stream(AuditKind.values())
                        .filter(kind -> kind.name().equals(name))
                        .findFirst())
                .orElse(null);
    }

    @Nullable
    LocalDate day(String name) {
        String text = Objects.requireNonNullElse(request.getParameter(name), "");
        if (!DAY.matcher(text).matches()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            return null;
        }
    }

    private @Nullable AccountId account(String name) {
        return find(name).map(AccountId::new).orElse(null);
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
    }
}
