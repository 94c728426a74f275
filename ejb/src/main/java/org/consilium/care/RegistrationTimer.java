package org.consilium.care;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/** Removes registrations that nobody has confirmed in time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RegistrationTimer {

    private static final Logger LOG = Logger.getLogger(RegistrationTimer.class.getName());

    @Inject
    private Registrations registrations;

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    public void expire() {
        int all = Batches.all(registrations::expire);
        LOG.log(Level.FINE, "registrations that were not confirmed: {0}", all);
    }
}
