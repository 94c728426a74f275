package org.consilium.consultation;


/**
 * How a clinician ends a consultation.
 *
 * @param summary what was found
 * @param instructions what the patient is to do
 * @param version what the clinician had read: a message that came later is read first
 */
public record Closing(
        @MessageText String summary,
        @MessageText String instructions,
        long version) {

    @Override
    public String toString() {
        return "Closing";
    }
}
