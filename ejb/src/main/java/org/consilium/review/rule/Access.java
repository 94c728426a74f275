package org.consilium.review.rule;

import java.util.List;
import java.util.Map;
import org.consilium.review.mark.PatientMark;

/**
 * What a clinician has done, or wanted to do, with a patient's record, and who the two are.
 *
 * @param marks of the patient
 * @param colleagues those who work in a team of the person, by the keys of their accounts
 */
public record Access(
        Entry entry, PersonKeys person, PersonKeys patient, List<PatientMark> marks, Map<Long, PersonKeys> colleagues) {

    long personKey() {
        Long key = entry.account();
        if (key == null) {
            throw new IllegalStateException("nobody did it");
        }
        return key;
    }
}
