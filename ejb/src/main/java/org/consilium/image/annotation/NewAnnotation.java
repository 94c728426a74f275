package org.consilium.image.annotation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.consilium.form.FormKey;
import org.consilium.form.SentForm;
import org.consilium.image.ImageId;

/**
 * A drawing to be added to an image.
 *
 * @param formKey made with the form: the same form sent twice is one annotation
 */
public record NewAnnotation(
        @NotNull @Valid Drawing drawing, @FormKey String formKey) {

    /** Everything that it says, about {@code image}. */
    SentForm sentTo(ImageId image) {
        return SentForm.of(formKey, image.value(), drawing.json());
    }

    /** Hides the content, which is health information. */
    @Override
    public String toString() {
        return "NewAnnotation";
    }
}
