package org.consilium.consultation.team;

import java.util.List;
import org.consilium.consultation.ConsultationId;

/**
 * Who can see a consultation.
 *
 * @param team the name of its team
 * @param askable whether the reader can ask a colleague in
 */
public record AccessView(ConsultationId id, String title, String team, List<Viewer> viewers, boolean askable) {

    public AccessView {
        viewers = List.copyOf(viewers);
    }
}
