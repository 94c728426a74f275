package org.consilium.web.person;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountStatusException;
import org.consilium.account.Reason;
import org.consilium.account.closing.ClosingRequestId;
import org.consilium.account.closing.ClosingService;
import org.consilium.account.closing.PendingClosing;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** Decides the request of somebody to close their account. */
@Named
@RequestScoped
public class PersonClosingBacking {

    @Inject
    private ClosingService closings;

    @Inject
    private PersonDetailsBacking page;

    @Inject
    private Navigation navigation;

    private Optional<PendingClosing> request = Optional.empty();

    @Reason
    private @Nullable String reason;

    /** The request; null if none is open. */
    public @Nullable PendingClosing getRequest() {
        if (request.isEmpty()) {
            request = closings.of(page.getId());
        }
        return request.orElse(null);
    }

    private ClosingRequestId id() {
        return Optional.ofNullable(getRequest()).map(PendingClosing::id).orElseThrow(NotFoundException::new);
    }

    public void close() {
        try {
            closings.close(id(), Objects.requireNonNull(reason));
            navigation.to(Done.DISABLED.at(page.getPath()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }

    public void decline() {
        try {
            closings.decline(id(), Objects.requireNonNull(reason));
            navigation.to(Done.CLOSING_DECLINED.at(page.getPath()));
        } catch (AccountStatusException otherwise) {
            navigation.refuse("account.people.changed");
        }
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
