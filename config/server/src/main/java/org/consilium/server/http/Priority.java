package org.consilium.server.http;

/** The order in which requests are served under load. */
enum Priority {
    /** A form of somebody who is signed in: refusing it could lose what they have typed. */
    FORM,
    /** Another request of somebody who is signed in. */
    SIGNED_IN,
    /** A request of anybody else, or one that a page sends without a person's action. */
    OTHER
}
