package org.consilium.account.passkey;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Removes challenges that no passkey has answered in time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasskeyChallengeTimer {

    private static final Logger LOG = Logger.getLogger(PasskeyChallengeTimer.class.getName());

    @Inject
    private PasskeyChallenges challenges;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void expire() {
        int all = Batches.all(challenges::expire);
        LOG.log(Level.FINE, "challenges that were not answered: {0}", all);
    }
}
