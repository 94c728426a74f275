package org.consilium.image;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountNames;

/** What clinicians draw over images, each with author and time; for the patient as well to see. */
@Stateless
public class AnnotationService {

    /** Drawings of one image that are shown, the latest. */
    static final int SHOWN_MAX = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Images images;

    @Inject
    private AccountNames people;

    @Inject
    private Clock clock;

    /** Those of an image, the latest first. */
    @Requires(Action.SEE_IMAGE)
    public List<Annotation> of(ImageId id) {
        Caller reader = callers.get();
        List<ImageAnnotation> found = entities.createQuery(
                        "select a from ImageAnnotation a where a.imageId = :image order by a.key desc",
                        ImageAnnotation.class)
                .setParameter("image", id.value())
                .setMaxResults(SHOWN_MAX)
                .getResultList();
        Map<Long, String> names =
                people.of(found.stream().map(ImageAnnotation::authorKey).toList(), reader);
        return found.stream()
                .map(annotation -> annotation.by(names.getOrDefault(annotation.authorKey(), "")))
                .toList();
    }

    /**
     * Adds one; the image stays as it is.
     *
     * @throws NotFoundException when the image is not part of a message
     */
    @Requires(Action.ANNOTATE_IMAGE)
    public void add(ImageId id, @Valid Drawing drawing) {
        if (!images.isAttached(id)) {
            throw new NotFoundException();
        }
        entities.persist(new ImageAnnotation(id, callers.get().accountKey(), drawing, clock.instant()));
    }
}
