package org.consilium.access;

/** The public name of one record of a feature, such as a consultation; the type tells which feature. */
public interface RecordId {

    String value();
}
