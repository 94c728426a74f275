package org.consilium.response;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for consultations that nobody has taken in time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OverdueTimer {

    private static final Logger LOG = Logger.getLogger(OverdueTimer.class.getName());

    @Inject
    private OverdueLetters letters;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tell() {
        try {
            letters.find().forEach(this::tell);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "letters about what waits are written later", failure);
        }
    }

    /** A failure keeps no other letter back. */
    private void tell(OverdueQueue queue) {
        try {
            letters.tell(queue);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "a letter about what waits is written later", failure);
        }
    }
}
