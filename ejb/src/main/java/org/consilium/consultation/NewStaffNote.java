package org.consilium.consultation;


/** What a clinician writes for colleagues alone. */
public record NewStaffNote(
        @MessageText String body,
        @FormKey String formKey) {

    String idempotencyKey() {
        return IdempotencyKey.of(formKey, body);
    }

    @Override
    public String toString() {
        return "NewStaffNote";
    }
}
