package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.consilium.form.FormKey;
import org.consilium.form.SentForm;
import org.consilium.platform.TypedText;

/**
 * A message to be added to a consultation.
 *
 * @param images the photos uploaded for it, in the order to show
 * @param formKey made with the form: the same form sent twice is one message
 */
public record NewMessage(
        @MessageText String body,
        @NotNull List<@Valid SentImage> images,
        @FormKey String formKey) {

    public NewMessage {
        images = List.copyOf(images);
    }

    /** Everything that it says, for {@code consultation}. */
    SentForm sentTo(ConsultationId consultation, String photos) {
        return SentForm.of(formKey, consultation.value(), TypedText.strip(body), photos);
    }

    /** By which the version before finds it again. */
    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body, images.size());
    }

    @Override
    public String toString() {
        return "NewMessage";
    }
}
