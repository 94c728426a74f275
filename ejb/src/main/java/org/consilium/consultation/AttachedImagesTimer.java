package org.consilium.consultation;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.platform.Batches;

/**
 * Lets images name their consultations: all that came with a first message before the upgrade that brought this, and
 * those that a node of the version before attaches. Until then they are not among the images of the same part of the
 * body.
 */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AttachedImagesTimer {

    private static final Logger LOG = Logger.getLogger(AttachedImagesTimer.class.getName());

    @Inject
    private AttachedImages images;

    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    void fill() {
        int all = Batches.all(images::fill);
        if (all > 0) {
            LOG.log(Level.INFO, "{0} images are found by their consultations", all);
        }
    }
}
