package org.consilium.access;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.consilium.database.Transactions;
import org.jspecify.annotations.Nullable;

/** Runs every service method, with its access check, in a transaction that can be run again. */
@Interceptor
@Requires(Action.SIGN_IN)
@Priority(TransactionInterceptor.BEFORE_ACCESS)
public class TransactionInterceptor {

    static final int BEFORE_ACCESS = Interceptor.Priority.LIBRARY_BEFORE - 1;

    @Inject
    private Transactions transactions;

    @AroundInvoke
    @Nullable
    Object run(InvocationContext call) throws Exception {
        return transactions.run(Action.of(call.getMethod()).effect(), call::proceed);
    }
}
