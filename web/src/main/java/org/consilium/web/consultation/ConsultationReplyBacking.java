package org.consilium.web.consultation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.IllegalStepException;
import org.consilium.consultation.MessageText;
import org.consilium.consultation.NewMessage;
import org.consilium.form.FormKey;
import org.consilium.platform.ShortValue;
import org.consilium.web.image.PhotosField;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.jspecify.annotations.Nullable;

/** The form with which the patient and clinicians write messages. */
@Named
@RequestScoped
public class ConsultationReplyBacking {

    @Inject
    private ConsultationService consultations;

    @Inject
    private ConsultationThreadBacking page;

    @Inject
    private PhotosField photos;

    @Inject
    private Navigation navigation;

    @MessageText
    private @Nullable String text;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    public void send() {
        photos.use(images -> {
            try {
                consultations.write(page.getId(), new NewMessage(Objects.requireNonNull(text), images, key));
                navigation.to(Done.WRITTEN.at(page.getPath()));
            } catch (IllegalStepException late) {
                navigation.refuse("consultation.thread.write.late");
                page.reload();
            }
        });
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
