package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.MessageText;
import org.consilium.consultation.NewStaffNote;
import org.consilium.form.FormKey;
import org.consilium.platform.ShortValue;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** The form with which clinicians write notes for each other. */
@Named
@RequestScoped
public class ConsultationNoteBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private ConsultationThreadBacking page;

    @Inject
    private Navigation navigation;

    @MessageText
    private @Nullable String text;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    public void add() {
        consultations.note(page.getId(), new NewStaffNote(Objects.requireNonNull(text), key));
        navigation.to(Done.NOTED.at(page.getPlace()));
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public String getKey() {
        return key;
    }

    public void setKey(String key) {
        this.key = key;
    }
}
