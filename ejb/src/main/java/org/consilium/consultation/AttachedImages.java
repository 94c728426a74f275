package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;

/** The images of messages that do not name their consultation, by which the images of a patient are found. */
@ApplicationScoped
public class AttachedImages {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /**
     * Lets some images name their consultations, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many did not
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int fill(int most) {
        List<Object[]> found = entities.createQuery(
                        "select o.publicId, c.publicId from Image o join MessageImage i on i.imageId = o.publicId"
                                + " join Message m on m.key = i.messageKey"
                                + " join Consultation c on c.key = m.consultationKey"
                                + " where o.consultationId is null and o.attached = true",
                        Object[].class)
                .setMaxResults(most)
                .getResultList();
        found.forEach(row -> entities.createQuery(
                        "update Image o set o.consultationId = :consultation where o.publicId = :image")
                .setParameter("consultation", row[1])
                .setParameter("image", row[0])
                .executeUpdate());
        return found.size();
    }
}
