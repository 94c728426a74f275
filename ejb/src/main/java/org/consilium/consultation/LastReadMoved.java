package org.consilium.consultation;

/** A reader has read further in a consultation; fired inside the transaction, and observed after its commit. */
record LastReadMoved(long readerKey, long consultationKey) {}
