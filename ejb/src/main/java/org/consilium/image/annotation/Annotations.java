package org.consilium.image.annotation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.consilium.account.PersonName;
import org.consilium.image.ImageId;

/** The repository of drawings over images, for those who may see the image. */
@ApplicationScoped
public class Annotations {

    /** Only the latest drawings of an image are shown. */
    static final int SHOWN_MAX = 100;

    private static final String OF_IMAGE = "select d, a.firstName, a.lastName from ImageAnnotation d"
            + " join Account a on a.key = d.authorKey where d.imageId = :image order by d.key desc";

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    /** The annotations of an image, the latest first. */
    public List<Annotation> of(ImageId id) {
        return entities.createQuery(OF_IMAGE, Object[].class)
                .setParameter("image", id.value())
                .setMaxResults(SHOWN_MAX)
                .getResultStream()
                .map(row -> ((ImageAnnotation) row[0]).by(PersonName.full((String) row[1], (String) row[2])))
                .toList();
    }
}
