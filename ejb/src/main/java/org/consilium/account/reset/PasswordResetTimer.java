package org.consilium.account.reset;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Removes links to choose another password that nobody has used in time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordResetTimer {

    private static final Logger LOG = Logger.getLogger(PasswordResetTimer.class.getName());

    @Inject
    private PasswordResets resets;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void expire() {
        int all = Batches.all(resets::expire);
        LOG.log(Level.FINE, "links that were not used: {0}", all);
    }
}
