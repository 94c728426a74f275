package org.consilium.notification;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks for people whom a letter about something new is due to. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NewsTimer {

    private static final Logger LOG = Logger.getLogger(NewsTimer.class.getName());

    private static final int SOME = 500;

    @Inject
    private NewsLetters letters;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void tell() {
        try {
            while (tellSome()) {
                LOG.log(Level.FINE, "there may be more");
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "letters about something new are written later", failure);
        }
    }

    /** Whether this node has found anything to do; what others are doing is left to them. */
    private boolean tellSome() {
        List<Long> accounts = new ArrayList<>(letters.due(SOME));
        // nodes do not follow each other from one account to the next
        Collections.shuffle(accounts);
        int told = 0;
        for (long account : accounts) {
            told += isTold(account) ? 1 : 0;
        }
        return told > 0;
    }

    /** A failure keeps no other letter back. */
    private boolean isTold(long account) {
        try {
            return letters.tell(account);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "a letter about something new is written later", failure);
            return false;
        }
    }
}
