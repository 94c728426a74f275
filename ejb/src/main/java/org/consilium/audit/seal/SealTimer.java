package org.consilium.audit.seal;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Seals the audit trail every three seconds, so that an entry is proved within ten even if a node dies. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SealTimer {
    private static final Logger LOG = Logger.getLogger(SealTimer.class.getName());

    @Inject
    private SealRun seals;

    @Inject
    private SealWatch watch;

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void seal() {
        attempt(seals::run);
        attempt(watch::look);
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the audit trail is sealed later", failure);
        }
    }
}
