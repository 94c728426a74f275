package org.consilium.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.consilium.platform.PlainText;

/** What a clinician writes for colleagues alone. */
public record NewStaffNote(
        @NotBlank @PlainText @Size(max = Message.MAX) String body,
        @NotNull @Pattern(regexp = Message.KEY_FORM) String formKey) {

    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body);
    }

    @Override
    public String toString() {
        return "NewStaffNote";
    }
}
