package org.consilium.consultation;

/** A note to be added to a consultation, for clinicians alone. */
public record NewStaffNote(
        @MessageText String body, @FormKey String formKey) {

    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body);
    }

    @Override
    public String toString() {
        return "NewStaffNote";
    }
}
