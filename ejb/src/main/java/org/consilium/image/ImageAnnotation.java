package org.consilium.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody has drawn over an image; never changed. */
@Entity
@Table(name = "image_annotation")
public class ImageAnnotation {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(name = "image_id")
    private String imageId;

    @Column(name = "author_id")
    private long authorId;

    private String shapes;

    @Column(name = "created_at")
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected ImageAnnotation() {}

    ImageAnnotation(ImageId image, long authorId, Drawing drawing, Instant now) {
        this.imageId = image.value();
        this.authorId = authorId;
        this.shapes = drawing.json();
        this.createdAt = now;
    }

    long authorId() {
        return authorId;
    }

    Annotation by(String author) {
        return new Annotation(author, createdAt, Drawing.parse(shapes));
    }
}
