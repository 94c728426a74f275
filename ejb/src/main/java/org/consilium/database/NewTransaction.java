package org.consilium.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Runs something in a transaction of its own, which ends before the one around it goes on. The server's
 * {@code REQUIRES_NEW} does not go on with that one if the commit fails, so that nothing could be run again.
 */
@ApplicationScoped
public class NewTransaction {

    private static final Logger LOG = Logger.getLogger(NewTransaction.class.getName());

    @Resource(lookup = "java:appserver/TransactionManager")
    private TransactionManager manager;

    @Nullable
    Object run(Callable<?> call) throws Exception {
        Transaction around = manager.suspend();
        try {
            manager.begin();
            Object result;
            try {
                result = call.call();
            } catch (Exception failure) {
                rollBack();
                throw failure;
            }
            end();
            return result;
        } finally {
            if (around != null) {
                manager.resume(around);
            }
        }
    }

    private void end() throws Exception {
        if (manager.getStatus() == Status.STATUS_MARKED_ROLLBACK) {
            manager.rollback();
        } else {
            manager.commit();
        }
    }

    /** The connection may be lost, which is then the reason for all this. */
    private void rollBack() {
        try {
            manager.rollback();
        } catch (SystemException | IllegalStateException failure) {
            LOG.log(Level.FINE, "not rolled back", failure);
        }
    }
}
