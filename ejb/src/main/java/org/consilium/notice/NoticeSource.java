package org.consilium.notice;

import java.util.function.Consumer;

/** Where a node hears what has changed anywhere; each listener decides which people it tells. */
public interface NoticeSource {

    /** From now on the listener gets every notice. */
    void listen(Consumer<Notice> listener);
}
