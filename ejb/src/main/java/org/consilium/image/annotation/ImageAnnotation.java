package org.consilium.image.annotation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.image.ImageId;
import org.consilium.platform.Immutable;
import org.consilium.platform.KeyedEntity;

/** A stored drawing over an image. */
@Entity
@Table(name = "image_annotation")
@Immutable
public class ImageAnnotation extends KeyedEntity {

    @Column(name = "image_id")
    private String imageId;

    @Column(name = "author_id")
    private long authorKey;

    private String shapes;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA sets the fields
    protected ImageAnnotation() {}

    ImageAnnotation(ImageId image, long authorKey, Drawing drawing, Instant now) {
        this.imageId = image.value();
        this.authorKey = authorKey;
        this.shapes = drawing.json();
        this.createdAt = now;
    }

    long authorKey() {
        return authorKey;
    }

    Annotation by(String author) {
        return new Annotation(author, createdAt, Drawing.parse(shapes));
    }
}
