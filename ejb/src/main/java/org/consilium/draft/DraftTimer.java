package org.consilium.draft;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Removes drafts that have expired. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DraftTimer {

    private static final Logger LOG = Logger.getLogger(DraftTimer.class.getName());

    @Inject
    private Drafts drafts;

    @Schedule(hour = "*", minute = "17", persistent = false)
    public void removeExpired() {
        int all = Batches.all(drafts::removeExpired);
        LOG.log(Level.FINE, "drafts that have expired: {0}", all);
    }
}
