package org.consilium.consultation;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.function.IntUnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Looks for open consultations that nobody watches who is there. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UnwatchedTimer {

    private static final Logger LOG = Logger.getLogger(UnwatchedTimer.class.getName());

    /** So many people begin a vacation at once; others follow at the next run. */
    private static final int MOST = 1_000;

    @Inject
    private UnwatchedConsultations unwatched;

    @Schedule(hour = "*", minute = "*", second = "5/10", persistent = false)
    void look() {
        try {
            unwatched.held(MOST).forEach(held -> queue(most -> unwatched.giveBack(held, most)));
            unwatched.teams().forEach(team -> queue(most -> unwatched.passOn(team, most)));
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "what nobody watches is looked for later", failure);
        }
    }

    /** A failure keeps nothing else back. */
    private static void queue(IntUnaryOperator some) {
        try {
            int all = Batches.all(some);
            LOG.log(Level.FINE, "consultations that nobody watched: {0}", all);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "what nobody watches is put into a queue later", failure);
        }
    }
}
