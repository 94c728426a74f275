package org.consilium.consultation;

/**
 * The form by which a clinician closes a consultation.
 *
 * @param summary what was found
 * @param instructions what the patient should do
 * @param version the version that the clinician has read: newer messages must be read first
 */
public record Closing(
        @MessageText String summary, @MessageText String instructions, long version) {

    @Override
    public String toString() {
        return "Closing";
    }
}
