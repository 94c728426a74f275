package org.consilium.audit;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.RecordId;
import org.consilium.access.Refusal;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.limit.NotLimited;
import org.jspecify.annotations.Nullable;

/** Puts on record what happens to people before and after they reach a service. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class VisitTrailService {
    /** The name of the detail of an entry that tells which page was opened. */
    public static final String PAGE = "page";

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    /** Why a session has ended. */
    public enum End {
        SIGNED_OUT,
        /** It was not used for too long, lasted too long, or was ended from elsewhere. */
        ENDED
    }

    /**
     * A session has ended.
     *
     * @param accountKey of the person whom it was of
     */
    @Requires(Action.END_VISIT)
    @NotLimited("a session ends once")
    public void ended(long accountKey, Role role, End how) {
        AuditKind kind = how == End.SIGNED_OUT ? AuditKind.SIGN_OUT : AuditKind.SESSION_END;
        audit.fire(AuditEvent.of(kind).by(accountKey, role));
    }

    /**
     * The caller has opened a page that shows nothing of a record, as an empty form.
     *
     * @param page the name of the page
     */
    @Requires(Action.OPEN_PAGE)
    @NotLimited("it shows nothing")
    public void opened(Enum<?> page) {
        audit.fire(AuditEvent.of(AuditKind.VIEW).by(callers.get()).with(PAGE, page.name()));
    }

    /**
     * The caller has asked for a page that is not for their role.
     *
     * @param page the name of the page
     * @param record the one that the page would be about, if it would be about one
     */
    @Requires(Action.OPEN_PAGE)
    @NotLimited("it shows nothing")
    public void refused(Enum<?> page, @Nullable RecordId record) {
        Caller caller = callers.get();
        AuditEvent refusal = AuditEvent.of(AuditKind.VIEW)
                .by(caller)
                .because(Refusal.NOT_PERMITTED)
                .with(PAGE, page.name())
                .refused();
        audit.fire(record == null ? refusal : refusal.on(record));
    }
}
