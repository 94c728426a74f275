package org.consilium.consultation.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.consilium.access.Callers;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.consultation.ConsultationClosed;

/** Nobody is asked into a consultation any more once it is closed; opened again, it is with its team alone. */
@ApplicationScoped
public class AskingEnd {

    @Inject
    private Askings askings;

    @Inject
    private Callers callers;

    @Inject
    private Event<AuditEvent> audit;

    void closed(@Observes ConsultationClosed consultation) {
        long person = callers.get().accountKey();
        // the step itself, whose entry would be replaced by the others
        audit.fire(AuditEvent.of(AuditKind.CHANGE).on(consultation.id()));
        for (Asking asking : askings.active(consultation.key())) {
            askings.end(asking, AskingOutcome.CLOSED, person);
            audit.fire(AuditEvent.of(AuditKind.PERMISSION)
                    .on(consultation.id())
                    .with("asked", asking.askedKey())
                    .because(AskingOutcome.CLOSED));
        }
    }
}
