package org.consilium.notification;

import org.jspecify.annotations.Nullable;

/**
 * Something new in a consultation of somebody.
 *
 * @param consultation its key
 * @param unread whether they have not read it, and still are to
 * @param reader who is to read it now, as cover may have begun or ended since it was noted; null for nobody
 * @param number of the latest writing, among those that are not by this reader
 */
record UnreadNotification(
        long consultation,
        Stage stage,
        boolean unread,
        @Nullable Long reader,
        int number) {

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
