package org.consilium.peer;

/** The kinds of actions in the audit trail. */
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
