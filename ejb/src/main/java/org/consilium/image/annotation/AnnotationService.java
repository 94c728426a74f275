package org.consilium.image.annotation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.time.Clock;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.form.FormReusedException;
import org.consilium.form.SentForm;
import org.consilium.form.SentForms;
import org.consilium.image.ImageId;
import org.consilium.image.Images;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;

/** Adds the drawings of clinicians over images, which patients see as well. */
@Stateless
public class AnnotationService {

    @Inject
    private Callers callers;

    @Inject
    private Images images;

    @Inject
    private SentForms forms;

    @Inject
    private Clock clock;

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
