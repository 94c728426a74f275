package org.consilium.web.consultation;

import jakarta.faces.convert.FacesConverter;
import org.consilium.consultation.ConsultationId;
import org.consilium.web.site.RecordIdConverter;

/** Converts a parameter to the public id of a consultation. */
@FacesConverter(forClass = ConsultationId.class)
public class ConsultationIdConverter extends RecordIdConverter<ConsultationId> {

    public ConsultationIdConverter() {
        super(ConsultationId::new);
    }
}
