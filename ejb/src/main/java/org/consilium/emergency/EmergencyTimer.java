package org.consilium.emergency;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Notes the ends of emergency accesses, and sends the letters that are due: each once in the cluster. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EmergencyTimer {

    private static final Logger LOG = Logger.getLogger(EmergencyTimer.class.getName());
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private EmergencyEnds ends;

    @Inject
    private EmergencyLetters letters;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    public void run() {
        try {
            each(ends.overdue(MOST_AT_ONCE), ends::note);
            each(letters.due(MOST_AT_ONCE), letters::send);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "emergency accesses are looked at later", failure);
        }
    }

    private static void each(List<Long> keys, LongConsumer step) {
        for (long key : keys) {
            try {
                step.accept(key);
            } catch (RuntimeException failure) {
                // the others must not wait for it
                LOG.log(Level.WARNING, "an emergency access is looked at again", failure);
            }
        }
    }
}
