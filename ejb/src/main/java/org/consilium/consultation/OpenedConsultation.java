package org.consilium.consultation;

import java.time.LocalDate;
import org.consilium.access.Caller;
import org.consilium.access.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A consultation at the moment when somebody with permission opens it: everything shown with it was written by then.
 *
 * @param lastRead absent for somebody who has neither read nor written anything in it
 * @param team the name of the team
 * @param patient the patient's full name
 * @param clinician the full name of the clinician who has taken it
 * @param relation why the reader may see it
 */
record OpenedConsultation(
        Consultation consultation,
        @Nullable LastRead lastRead,
        String team,
        String patient,
        LocalDate dateOfBirth,
        @Nullable String clinician,
        Relation relation) {

    int writtenByOthers(Caller caller) {
        int all = Writing.all(consultation.messages(), consultation.summaries(), consultation.notes(), caller);
        return all - (lastRead == null ? 0 : lastRead.written());
    }

    int readOfOthers() {
        return lastRead == null ? 0 : lastRead.readOfOthers();
    }
}
