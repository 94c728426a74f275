package org.consilium.web.privacy;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.consilium.audit.AuditKind;
import org.consilium.privacy.trail.TrailDay;
import org.consilium.web.address.Address;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** The form above a report with what is chosen beside people and records: the kind, and the period. */
@Named
@RequestScoped
public class PrivacyFilterBacking {

    @Inject
    private TrailParameters parameters;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    private @Nullable AuditKind kind;

    @TrailDay
    private @Nullable LocalDate from;

    @TrailDay
    private @Nullable LocalDate until;

    @PostConstruct
    void read() {
        kind = parameters.kind();
        from = parameters.day(TrailParameters.FROM);
        until = parameters.day(TrailParameters.UNTIL);
    }

    public List<AuditKind> getKinds() {
        return List.of(AuditKind.values());
    }

    public void show() {
        Address address = parameters
                .at(Address.shown(request).path())
                .with(TrailParameters.KIND, Objects.toString(kind, null))
                .with(TrailParameters.FROM, Objects.toString(from, null))
                .with(TrailParameters.UNTIL, Objects.toString(until, null));
        navigation.to(address.toString());
    }

    public @Nullable AuditKind getKind() {
        return kind;
    }

    public void setKind(@Nullable AuditKind kind) {
        this.kind = kind;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }
}
