package org.consilium.consultation;

import org.consilium.form.FormKey;
import org.consilium.form.SentForm;
import org.consilium.platform.TypedText;

/** A note to be added to a consultation, for clinicians alone. */
public record NewStaffNote(
        @MessageText String body, @FormKey String formKey) {

    /** Everything that it says, about {@code consultation}. */
    SentForm sentTo(ConsultationId consultation) {
        return SentForm.of(formKey, consultation.value(), TypedText.strip(body));
    }

    /** By which the version before finds it again. */
    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body);
    }

    @Override
    public String toString() {
        return "NewStaffNote";
    }
}
