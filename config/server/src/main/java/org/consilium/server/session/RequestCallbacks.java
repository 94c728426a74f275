package org.consilium.server.session;

import org.apache.catalina.Session;

/** Notifies a request about the session that it uses. */
interface RequestCallbacks {
    /** The headers of the response are about to leave: the session must be saved. */
    void commit(Session session);

    /** Redis did not answer: the request must be answered with 503. */
    void fail();
}
