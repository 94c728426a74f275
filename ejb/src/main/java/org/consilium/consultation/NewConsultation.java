package org.consilium.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.consilium.platform.NotBefore;
import org.consilium.platform.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a patient sends to the clinic.
 *
 * @param since when it began, if the patient knows
 * @param images what was uploaded for it, in the order to show
 * @param formKey made with the form: the same form sent twice is one consultation
 */
public record NewConsultation(
        @NotBlank @PlainText @Size(max = NewConsultation.TITLE_MAX)
        String title,

        @NotBlank @PlainText @Size(max = Message.MAX) String description,
        @NotNull BodySite bodySite,

        @PastOrPresent @NotBefore(NewConsultation.EARLIEST) @Nullable
        LocalDate since,

        @NotNull Severity severity,
        @NotNull List<@Valid SentImage> images,
        @NotNull @Pattern(regexp = Message.KEY_FORM) String formKey) {

    /** The first day that an ailment of anybody alive can have begun. */
    public static final String EARLIEST = "1900-01-01";

    /** Characters at most. */
    public static final int TITLE_MAX = 120;

    public NewConsultation {
        images = List.copyOf(images);
    }

    NewMessage firstMessage() {
        return new NewMessage(description, images, formKey);
    }

    String idempotencyKey() {
        return IdempotencyKey.of(
                formKey, title, description, bodySite, since == null ? "" : since, severity, images.size());
    }

    @Override
    public String toString() {
        return "NewConsultation";
    }
}
