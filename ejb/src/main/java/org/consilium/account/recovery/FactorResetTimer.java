package org.consilium.account.recovery;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Carries out the removals of second factors whose time has come; one that a node leaves undone, another one does. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FactorResetTimer {

    private static final Logger LOG = Logger.getLogger(FactorResetTimer.class.getName());
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private FactorResetRun run;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    public void carryOut() {
        run.accountsToVisit(MOST_AT_ONCE).forEach(this::visit);
    }

    private void visit(long accountKey) {
        try {
            run.visit(accountKey);
        } catch (RuntimeException failure) {
            // the others must not wait for it
            LOG.log(Level.WARNING, "a second factor could not be removed; it is tried again", failure);
        }
    }
}
