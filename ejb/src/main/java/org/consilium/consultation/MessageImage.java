package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.util.Objects;
import org.consilium.image.ImageId;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.StoredImage;
import org.consilium.platform.Unversioned;
import org.jspecify.annotations.Nullable;

/** An image's place in a message, with the result of its check: that is final, and saves lists a join. */
@Entity
@Table(name = "message_image")
@IdClass(MessageImage.Place.class)
@Unversioned("the result of the check is written once, by one statement")
public class MessageImage {

    @Id
    @Column(name = "message_id")
    private long messageKey;

    @Id
    private int position;

    @Column(name = "image_id")
    private String imageId;

    private int width;

    private int height;

    private boolean incomplete;

    @Enumerated(EnumType.STRING)
    private @Nullable Reason problem;

    @Column(name = "description", length = PhotoDescription.MAX)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(name = "pin_side")
    private BodyPin.@Nullable Side pinSide;

    @Column(name = "pin_x")
    private @Nullable Integer pinX;

    @Column(name = "pin_y")
    private @Nullable Integer pinY;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected MessageImage() {}

    MessageImage(long messageKey, int position, StoredImage image, SentImage sent) {
        this.messageKey = messageKey;
        this.position = position;
        this.imageId = image.id().value();
        this.width = image.width();
        this.height = image.height();
        this.incomplete = image.incomplete();
        this.problem = image.problem();
        this.description = sent.description();
        BodyPin pin = sent.pin();
        if (pin != null) {
            pinSide = pin.side();
            pinX = pin.x();
            pinY = pin.y();
        }
    }

    long messageKey() {
        return messageKey;
    }

    /** The place among the images of the message, from 0. */
    int position() {
        return position;
    }

    StoredImage stored() {
        return new StoredImage(new ImageId(imageId), width, height, incomplete, problem);
    }

    @Nullable
    String description() {
        return description;
    }

    @Nullable
    BodyPin pin() {
        return pinSide == null || pinX == null || pinY == null ? null : new BodyPin(pinSide, pinX, pinY);
    }

    /** The key: which message, and which of its images. */
    public static class Place implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        private long messageKey;
        private int position;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place place && place.messageKey == messageKey && place.position == position;
        }

        @Override
        public int hashCode() {
            return Objects.hash(messageKey, position);
        }
    }
}
