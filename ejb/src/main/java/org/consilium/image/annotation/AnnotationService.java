package org.consilium.image.annotation;

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
import org.consilium.form.FormReusedException;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.image.Images;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Lists and adds the drawings of clinicians over images, which patients see as well. */
@Stateless
public class AnnotationService {

    /** Only the latest drawings of an image are shown. */
    static final int SHOWN_MAX = 100;

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Images images;

    @Inject
    private SentForms forms;

    @Inject
    private AccountNames names;

    @Inject
    private Clock clock;

    /** Lists the annotations of an image, the latest first. */
    @Requires(Action.SEE_IMAGE)
    public List<Annotation> of(ImageId id) {
        Caller reader = callers.get();
        List<ImageAnnotation> found = entities.createQuery(
                        "select a from ImageAnnotation a where a.imageId = :image order by a.key desc",
                        ImageAnnotation.class)
                .setParameter("image", id.value())
                .setMaxResults(SHOWN_MAX)
                .getResultList();
        Map<Long, String> authors =
                names.of(found.stream().map(ImageAnnotation::authorKey).toList(), reader);
        return found.stream()
                .map(annotation -> annotation.by(authors.getOrDefault(annotation.authorKey(), "")))
                .toList();
    }

    /**
     * Adds an annotation; the image itself does not change. The same form sent twice adds one.
     *
     * @throws FormReusedException if the form was sent before with other content
     * @throws NotFoundException if the image is not part of a message
     */
    @Requires(Action.ANNOTATE_IMAGE)
    @Limited(Limit.ANNOTATION_ACCOUNT)
    public void add(ImageId id, @Valid NewAnnotation form) {
        if (!images.isAttached(id)) {
            throw new NotFoundException();
        }
        long author = callers.get().accountKey();
        SentForm sent = form.sentTo(id);
        if (forms.find(ImageAnnotation.class, "authorKey", author, sent, null).isEmpty()) {
            forms.store(new ImageAnnotation(id, author, form.drawing(), sent, clock.instant()));
        }
    }
}
