package org.consilium.access;

/** The public id of a record, such as a consultation; the type tells what kind of record it is. */
public interface RecordId {

    String value();
}
