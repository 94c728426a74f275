package org.consilium.consultation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.consilium.platform.PlainText;

/**
 * How a clinician ends a consultation.
 *
 * @param summary what was found
 * @param instructions what the patient is to do
 * @param version what the clinician had read: a message that came later is read first
 */
public record Closing(
        @NotBlank @PlainText @Size(max = Message.MAX) String summary,
        @NotBlank @PlainText @Size(max = Message.MAX) String instructions,
        long version) {

    @Override
    public String toString() {
        return "Closing";
    }
}
