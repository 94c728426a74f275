package org.consilium.draft;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalLong;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.limit.NotLimited;

/**
 * Keeps what people have typed until they send it: on every device of theirs, and beyond the end of a session. A draft
 * is kept for thirty days after it was last saved.
 */
@Stateless
public class DraftService {
    /**
     * Bytes of a text at most, in UTF-8. Forms whose texts are no longer than they may be need less; a longer draft is
     * of no use, as its form could not be sent.
     */
    public static final int MAX_BYTES = 64 * 1024;

    @Inject
    private Drafts drafts;

    @Inject
    private Callers callers;

    /** The caller's draft of a form, from the primary: it may have been saved a moment ago. */
    @Requires(Action.READ_DRAFT)
    @NotLimited("it is one query by an index")
    public Optional<SavedDraft> find(DraftPlace place) {
        return drafts.find(callers.get().accountKey(), place);
    }

    /**
     * Saves the caller's draft of a form, unless another tab or device has saved it since, or its form was sent.
     *
     * @param text of the form's fields, as the page's script writes them, of at most {@link #MAX_BYTES}
     * @param base the version that the text began with; any if there is no draft
     * @return the version that the draft has now; empty if it was not saved
     */
    @Requires(Action.SAVE_DRAFT)
    @Limited(Limit.DRAFT_ACCOUNT)
    public OptionalLong save(DraftPlace place, String text, long base) {
        return drafts.save(callers.get().accountKey(), place, text, base);
    }

    /** Empties the caller's draft of a form that has been sent. */
    @Requires(Action.EMPTY_DRAFT)
    @NotLimited("it empties one row of the caller's")
    public void empty(DraftPlace place) {
        drafts.empty(callers.get().accountKey(), place);
    }
}
