package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.NotFoundException;
import org.consilium.form.FormKey;
import org.consilium.limit.LimitReachedException;
import org.consilium.platform.ShortValue;
import org.consilium.privacy.access.StaffAccessService;
import org.consilium.privacy.access.StaffVisit;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.question.QuestionText;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.web.send.FormKeys;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The form with which a patient asks the privacy officer about a visit to their record. */
@Named
@RequestScoped
public class PrivacyAskBacking {

    @Inject
    private StaffAccessService accesses;

    @Inject
    private QuestionService questions;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter(PrivacyAccessesBacking.ABOUT)
    private @Nullable String about;

    private Optional<StaffVisit> visit = Optional.empty();

    @QuestionText
    private @Nullable String text;

    @FormKey
    @ShortValue
    private String key = FormKeys.next();

    /** The visit that the question is about; null if the page has no form for one. */
    public @Nullable StaffVisit getVisit() {
        if (visit.isEmpty()) {
            visit = TrailPosition.parse(about).map(accesses::get);
        }
        return visit.orElse(null);
    }

    public void ask() {
        TrailPosition place = TrailPosition.parse(about).orElseThrow(NotFoundException::new);
        try {
            questions.ask(place, Objects.requireNonNull(text), key);
            navigation.to(Done.QUESTION_SENT.at(Page.ACCOUNT_ACCESSES.path()));
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("send", "limit.step", reached);
        }
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
