package org.consilium.server.http;

/** In this order requests are served when not all can be. */
enum Priority {
    /** Somebody who is signed in sends a form: what they have typed is lost last. */
    FORM,
    /** Somebody who is signed in. */
    SIGNED_IN,
    /** Anybody, and what a page asks by itself, without a person's doing. */
    OTHER
}
