package org.consilium.audit;

import java.util.EnumSet;
import java.util.Set;

/** The kind of a thing that a person does; an entry of the trail has one, whether it was done, refused, or failed. */
public enum AuditKind {
    SIGN_IN,
    SIGN_OUT,
    /** A session has ended without its owner's signing out. */
    SESSION_END,
    VIEW,
    LIST,
    SEARCH,
    PHOTO,
    /** A photo as it was sent, with all that the camera wrote into it. */
    ORIGINAL,
    EXPORT,
    DOWNLOAD,
    CHANGE,
    /** Somebody may do from now on what they might not do before, or the other way round. */
    PERMISSION,
    /** Access in an emergency, by somebody who is not on the care team. */
    EMERGENCY;

    private static final Set<AuditKind> LOOKS = EnumSet.of(VIEW, LIST, SEARCH, PHOTO, ORIGINAL, EXPORT, DOWNLOAD);

    /** Whether it is over when it is told of, so that nothing can be held back because of it. */
    boolean isEnd() {
        return this == SIGN_OUT || this == SESSION_END;
    }

    /** Whether it changes nothing. */
    boolean isLook() {
        return LOOKS.contains(this);
    }
}
