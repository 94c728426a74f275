package org.consilium.image.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.form.FromForm;
import org.consilium.form.SentForm;
import org.consilium.image.ImageId;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;
import org.jspecify.annotations.Nullable;

/** A stored drawing over an image. */
@Entity
@Table(name = "image_annotation")
@Immutable
public class ImageAnnotation extends KeyedEntity implements FromForm {

    @Column(name = "image_id")
    private String imageId;

    @Column(name = "author_id")
    private long authorKey;

    private String shapes;

    @Column(name = "created_at")
    private Instant createdAt;

    @Embedded
    private @Nullable SentForm form;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected ImageAnnotation() {}

    ImageAnnotation(ImageId image, long authorKey, Drawing drawing, SentForm form, Instant now) {
        this.imageId = image.value();
        this.authorKey = authorKey;
        this.shapes = drawing.json();
        this.createdAt = now;
        this.form = form;
    }

    @Override
    public @Nullable SentForm form() {
        return form;
    }

    Annotation by(String author) {
        return new Annotation(author, createdAt, Drawing.parse(shapes));
    }
}
