package org.consilium.access;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.List;
import org.consilium.platform.PublicIds;
import org.jspecify.annotations.Nullable;

/**
 * Runs before every service method: checks the caller's role and the record, fires an event with the decision, asks for
 * a fresh ticket where the action needs one, and counts a permitted call against the method's limits. The record of an
 * action that changes it is locked before it is judged: of two people who act at once, the second is judged by what the
 * first left.
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
    private Event<AccessDecision> decisions;

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
        boolean permitted = isPermitted(action, caller, record);
        tell(call, new AccessDecision(action, caller, record == null ? null : record.value(), permitted));
        if (!permitted) {
            throw new NotFoundException();
        }
        if (action.needsFreshTicket() && (caller == null || !tickets.isFresh(ticketIn(call), caller))) {
            throw new NotFreshException();
        }
        return limits.proceed(call, caller);
    }

    private boolean isPermitted(Action action, @Nullable Caller caller, @Nullable RecordId record) {
        if (action.isOpenToAnyone()) {
            return true;
        }
        return caller != null
                && action.isPermittedTo(caller.role())
                && (record == null || isReached(action, caller, record));
    }

    private boolean isReached(Action action, Caller caller, RecordId record) {
        if (!PublicIds.isWellFormed(record.value())) {
            return false;
        }
        List<RecordGuard> knowing =
                guards.stream().filter(guard -> guard.knows(record)).toList();
        if (action.locksRecord()) {
            knowing.forEach(guard -> guard.lock(caller, record));
        }
        return knowing.stream().anyMatch(guard -> guard.permits(caller, record));
    }

    /** Once, even if the transaction is run again. */
    private void tell(InvocationContext call, AccessDecision decision) {
        if (!decision.equals(call.getContextData().put(AccessDecision.class.getName(), decision))) {
            decisions.fire(decision);
        }
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
