package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.consilium.image.upload.ImageChecked;

/** Stores the result of a photo's check in the message that was sent before it. */
@ApplicationScoped
public class CheckedImages {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Consultations consultations;

    void checked(@Observes ImageChecked image) {
        int places = entities.createQuery("update MessageImage i set i.width = :width, i.height = :height,"
                        + " i.incomplete = :incomplete, i.problem = :problem where i.imageId = :image")
                .setParameter("width", image.width())
                .setParameter("height", image.height())
                .setParameter("incomplete", image.incomplete())
                .setParameter("problem", image.problem())
                .setParameter("image", image.id().value())
                .executeUpdate();
        if (places > 0) {
            consultations.showing(image.id()).ifPresent(consultations::changed);
        }
    }
}
