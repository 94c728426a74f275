package org.consilium.consultation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Numbers notes that a node of the version before writes during an upgrade: they leave the version of their
 * consultation as it is, by which other writings are noticed when it is opened.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NumberingTimer {

    @Inject
    private Numbering numbering;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void number() {
        numbering.notes();
    }
}
