package org.consilium.review;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** A finding was not decided. */
@ApplicationException(rollback = true)
public class ReviewRefusedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final ReviewRefusal refusal;

    ReviewRefusedException(ReviewRefusal refusal) {
        super("not decided: " + refusal);
        this.refusal = refusal;
    }

    public ReviewRefusal refusal() {
        return refusal;
    }
}
