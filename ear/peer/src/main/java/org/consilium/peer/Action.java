package org.consilium.peer;

/** What the audit trail tells apart. */
enum Action {
    SIGN_IN,
    SIGN_OUT,
    VIEW_LIST,
    VIEW_QUEUE,
    VIEW_CONSULTATION,
    VIEW_PHOTO,
    SEND_MESSAGE,
    SEND_PHOTO
}
