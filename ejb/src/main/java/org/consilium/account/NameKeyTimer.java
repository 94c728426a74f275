package org.consilium.account;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/**
 * Gives accounts the keys by which their names are searched, if they have none: all accounts after the upgrade that
 * brought the keys, and those that a node of the version before opens. Until then they are found by the beginning of a
 * name as it is stored.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NameKeyTimer {

    private static final Logger LOG = Logger.getLogger(NameKeyTimer.class.getName());

    @Inject
    private NameKeys keys;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void fill() {
        try {
            int all = Batches.all(keys::fill);
            if (all > 0) {
                LOG.log(Level.INFO, "{0} accounts can be found by any spelling of their names", all);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "some accounts can be found by any spelling of their names later", failure);
        }
    }
}
