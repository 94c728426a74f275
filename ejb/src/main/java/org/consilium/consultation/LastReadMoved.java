package org.consilium.consultation;

/**
 * A reader has read further in a consultation; fired inside the transaction, and observed after its commit.
 *
 * @param readerId the reader's key
 * @param consultationId the consultation's key
 */
record LastReadMoved(long readerId, long consultationId) {}
