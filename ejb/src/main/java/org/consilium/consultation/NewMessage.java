package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.consilium.platform.PlainText;

/**
 * What somebody writes into a consultation.
 *
 * @param images what was uploaded for it, in the order to show
 * @param formKey made with the form: the same form sent twice is one message
 */
public record NewMessage(
        @NotBlank @PlainText @Size(max = Message.MAX) String body,
        @NotNull List<@Valid SentImage> images,
        @NotNull @Pattern(regexp = Message.KEY_FORM) String formKey) {

    public NewMessage {
        images = List.copyOf(images);
    }

    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body, images.size());
    }

    @Override
    public String toString() {
        return "NewMessage";
    }
}
