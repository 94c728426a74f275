package org.consilium.review.evaluation;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;
import org.consilium.review.OverdueReviews;

/** Looks through what has come to the trail, and for findings that are overdue: each once in the cluster. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EvaluationTimer {

    private static final Logger LOG = Logger.getLogger(EvaluationTimer.class.getName());

    /** Then the next run goes on. */
    private static final int MOST_AT_ONCE = 100;

    @Inject
    private Evaluation evaluation;

    @Inject
    private OverdueReviews overdue;

    @Inject
    private DayTable days;

    @Inject
    private PlaceTable places;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void look() {
        try {
            for (int i = 0; i < MOST_AT_ONCE && evaluation.next(); i++) {
                LOG.log(Level.FINE, "there is more to look through");
            }
            overdue.handOn();
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "the audit trail is looked through later", failure);
        }
    }

    @Schedule(hour = "*", minute = "17", persistent = false)
    void forget() {
        try {
            int forgotten = Batches.all(days::forget) + Batches.all(places::forget);
            LOG.log(Level.FINE, "old counts deleted: {0}", forgotten);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "old counts are deleted later", failure);
        }
    }
}
