package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Objects;
import org.consilium.limit.LimitReachedException;
import org.consilium.privacy.question.AnsweredException;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.question.QuestionText;
import org.consilium.privacy.question.ReceivedQuestion;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.jspecify.annotations.Nullable;

/** A question of a patient, and the form for the answer. */
@Named
@RequestScoped
public class PrivacyQuestionBacking {

    @Inject
    private QuestionService questions;

    @Inject
    private PageRecord record;

    @Inject
    private Navigation navigation;

    private @Nullable ReceivedQuestion question;

    @QuestionText
    private @Nullable String text;

    public ReceivedQuestion getQuestion() {
        if (question == null) {
            question = questions.get(id());
        }
        return question;
    }

    /** What the person did of whom it is, as far as it concerns the patient. */
    public String getTrail() {
        return Address.of(Page.PRIVACY_TRAIL.path())
                .with(TrailParameters.PATIENT, getQuestion().patient().id().value())
                .with(TrailParameters.PERSON, getQuestion().staff().id().value())
                .toString();
    }

    public void answer() {
        try {
            questions.answer(id(), Objects.requireNonNull(text));
            navigation.to(Done.QUESTION_ANSWERED.at(Page.PRIVACY_QUESTION.of(record.getId())));
        } catch (AnsweredException otherwise) {
            navigation.refuse("privacy.question.answered");
        } catch (LimitReachedException reached) {
            navigation.refuseForNow("send", "limit.step", reached);
        }
    }

    private QuestionId id() {
        return new QuestionId(record.getId());
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }
}
