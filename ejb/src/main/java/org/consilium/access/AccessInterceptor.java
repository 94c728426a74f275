package org.consilium.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/**
 * Runs before every service method: checks the caller's role and the record, asks for a fresh ticket where the action
 * needs one, counts a permitted call against the method's limits, and puts what was done or refused on record. The
 * record of an action that changes it is locked before it is judged: of two people who act at once, the second is
 * judged by what the first left.
 */
@Interceptor
@Requires(Action.SIGN_IN)
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class AccessInterceptor {

    @Inject
    private Callers callers;

    @Inject
    @Any
    private Instance<RecordGuard> guards;

    @Inject
    private CallTrail trail;

    @Inject
    private FreshTicketReader tickets;

    @Inject
    private CallLimits limits;

    @AroundInvoke
    @Nullable
    Object check(InvocationContext call) throws Exception {
        Action action = Action.of(call.getMethod());
        Caller caller = callers.find().orElse(null);
        RecordId record = action.isOnRecord() ? recordIn(call) : null;
        Relation relation = relation(action, caller, record);
        AccessCall made = new AccessCall(action, caller, record, relation);
        if (!isPermitted(made)) {
            trail.refused(made, Refusal.NOT_PERMITTED);
            throw new NotFoundException();
        }
        if (action.needsFreshTicket() && (caller == null || !tickets.isFresh(ticketIn(call), caller))) {
            trail.refused(made, Refusal.NOT_FRESH);
            throw new NotFreshException();
        }
        try {
            return trail.follow(made, () -> limits.proceed(call, caller));
        } catch (LimitReachedException tooOften) {
            trail.refused(made, Refusal.LIMIT_REACHED);
            throw tooOften;
        }
    }

    private static boolean isPermitted(AccessCall call) {
        Action action = call.action();
        Caller caller = call.caller();
        return action.isOpenToAnyone()
                || (caller != null
                        && action.isPermittedTo(caller.role())
                        && (call.record() == null || call.relation() != null));
    }

    private @Nullable Relation relation(Action action, @Nullable Caller caller, @Nullable RecordId record) {
        if (caller == null
                || record == null
                || !action.isPermittedTo(caller.role())
                || !PublicIds.isWellFormed(record.value())) {
            return null;
        }
        List<RecordGuard> knowing =
                guards.stream().filter(guard -> guard.knows(record)).toList();
        if (action.locksRecord()) {
            knowing.forEach(guard -> guard.lock(caller, record));
        }
        return knowing.stream()
                .map(guard -> guard.relation(caller, record))
                .filter(Objects::nonNull)
                .filter(relation -> relation.permits(action))
                .findFirst()
                .orElse(null);
    }

    private static RecordId recordIn(InvocationContext call) {
        return parameter(RecordId.class, call);
    }

    private static FreshTicket ticketIn(InvocationContext call) {
        return parameter(FreshTicket.class, call);
    }

    private static <T> T parameter(Class<T> type, InvocationContext call) {
        return Arrays.stream(call.getParameters())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call.getMethod() + " takes no " + type.getSimpleName()));
    }
}
