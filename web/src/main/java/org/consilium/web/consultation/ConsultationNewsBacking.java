package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.web.address.Address;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.Visitor;

/**
 * Where letters about something new lead, without a word of it in their link: to the consultation, or, if there is not
 * exactly one, to the list that marks what is new.
 */
@Named
@RequestScoped
public class ConsultationNewsBacking {

    @Inject
    private QueueService queue;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    public void lead() {
        navigation.to(queue.news()
                .map(ConsultationId::value)
                .map(Page.CONSULTATION::of)
                .orElseGet(this::list));
    }

    private String list() {
        boolean patient = Visitor.of(request)
                .map(Caller::role)
                .filter(Role.PATIENT::equals)
                .isPresent();
        return patient
                ? Page.CONSULTATIONS.path()
                : Address.of(Page.QUEUE.path())
                        .with("view", QueueView.MINE.name())
                        .toString();
    }
}
