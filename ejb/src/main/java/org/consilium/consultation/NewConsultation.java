package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.consilium.form.FormKey;
import org.consilium.form.SentForm;
import org.consilium.platform.TypedText;
import org.jspecify.annotations.Nullable;

/**
 * The form by which a patient asks the clinic.
 *
 * @param since when the ailment began, if the patient knows
 * @param images the photos uploaded for it, in the order to show
 * @param formKey made with the form: the same form sent twice is one consultation
 */
public record NewConsultation(
        @ConsultationTitle String title,
        @MessageText String description,
        @NotNull BodySite bodySite,
        @OnsetDate @Nullable LocalDate since,
        @NotNull Severity severity,
        @NotNull List<@Valid SentImage> images,
        @FormKey String formKey) {

    public NewConsultation {
        images = List.copyOf(images);
    }

    NewMessage firstMessage() {
        return new NewMessage(description, images, formKey);
    }

    /** Everything that it says. */
    SentForm sent(String photos) {
        return SentForm.of(
                formKey,
                TypedText.strip(title),
                TypedText.strip(description),
                bodySite,
                since == null ? "" : since,
                severity,
                photos);
    }

    /** By which the version before finds it again. */
    String idempotencyKey() {
        return IdempotencyKey.of(
                formKey, title, description, bodySite, since == null ? "" : since, severity, images.size());
    }

    @Override
    public String toString() {
        return "NewConsultation";
    }
}
