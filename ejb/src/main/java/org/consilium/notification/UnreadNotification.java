package org.consilium.notification;

/**
 * Something new in a consultation of somebody.
 *
 * @param consultation its key
 * @param unread whether they have not read it, and still may
 */
record UnreadNotification(long consultation, Stage stage, boolean unread) {

    /** Whether a letter about it was sent. */
    enum Stage {
        LATER,
        DUE,
        TOLD
    }

    boolean isDue() {
        return stage == Stage.DUE;
    }

    /** Whether they have not read what the last letter was about. */
    boolean isLetterUnread() {
        return stage == Stage.TOLD && unread;
    }
}
