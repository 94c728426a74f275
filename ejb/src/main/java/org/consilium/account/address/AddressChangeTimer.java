package org.consilium.account.address;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Removes links that nobody has used in time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AddressChangeTimer {

    private static final Logger LOG = Logger.getLogger(AddressChangeTimer.class.getName());

    @Inject
    private AddressChanges changes;

    @Schedule(hour = "*", minute = "*/30", persistent = false)
    public void expire() {
        int all = Batches.all(changes::expire);
        LOG.log(Level.FINE, "addresses that were not proved: {0}", all);
    }
}
