package org.consilium.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.limit.BusyException;
import org.consilium.limit.Limit;
import org.consilium.limit.LimitSubject;
import org.consilium.limit.Limited;
import org.consilium.limit.Limits;
import org.consilium.limit.SignedInAccount;
import org.jspecify.annotations.Nullable;

/** Counts a permitted call against the limits that its method declares. */
@ApplicationScoped
public class CallLimits {

    @Inject
    private Limits limits;

    /**
     * Makes the call.
     *
     * @throws org.consilium.limit.LimitReachedException when a limit is reached; then the call is not made
     */
    @Nullable
    Object proceed(InvocationContext call, @Nullable Caller caller) throws Exception {
        Limited declared = call.getMethod().getAnnotation(Limited.class);
        if (declared == null) {
            return call.proceed();
        }
        Map<Limit, LimitSubject> used = used(declared, call, caller);
        try {
            Object result = call.proceed();
            if (isSuccess(result)) {
                used.keySet().removeIf(limit -> !limit.isFailuresOnly());
                used.forEach(limits::giveBack);
            }
            return result;
        } catch (BusyException nothingDone) {
            used.forEach(limits::giveBack);
            throw nothingDone;
        }
    }

    /** Counted once, even if the transaction is run again. */
    @SuppressWarnings("unchecked") // the key has values of one type
    private Map<Limit, LimitSubject> used(Limited declared, InvocationContext call, @Nullable Caller caller) {
        Map<Limit, LimitSubject> used = (Map<Limit, LimitSubject>)
                call.getContextData().computeIfAbsent(Limited.class.getName(), key -> new EnumMap<>(Limit.class));
        for (Limit limit : declared.value()) {
            LimitSubject subject = subjectOf(limit, call, caller);
            if (!used.containsKey(limit)) {
                limits.use(limit, subject);
                used.put(limit, subject);
            }
        }
        return used;
    }

    /** A method whose failure is no exception returns nothing, such as an empty Optional. */
    private static boolean isSuccess(@Nullable Object result) {
        return !(result instanceof Optional<?> found) || found.isPresent();
    }

    private static LimitSubject subjectOf(Limit limit, InvocationContext call, @Nullable Caller caller) {
        Stream<Object> account = Stream.ofNullable(caller).map(signedIn -> new SignedInAccount(signedIn.accountKey()));
        return Stream.concat(parameters(call), account)
                .filter(limit.subject()::isInstance)
                .map(LimitSubject.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(call.getMethod() + " takes no "
                        + limit.subject().getSimpleName() + ", which " + limit + " counts by"));
    }

    /** Payara has null for a method without parameters. */
    private static Stream<Object> parameters(InvocationContext call) {
        return Stream.ofNullable(call.getParameters()).flatMap(Arrays::stream);
    }
}
