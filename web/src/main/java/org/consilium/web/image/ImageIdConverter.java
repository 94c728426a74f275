package org.consilium.web.image;

import jakarta.faces.convert.FacesConverter;
import org.consilium.image.ImageId;
import org.consilium.web.site.RecordIdConverter;

/** Converts a parameter to the public id of an image. */
@FacesConverter(forClass = ImageId.class)
public class ImageIdConverter extends RecordIdConverter<ImageId> {

    public ImageIdConverter() {
        super(ImageId::new);
    }
}
