package org.consilium.audit;

import java.util.Optional;
import org.consilium.access.RecordId;

/** Knows whom the records of a feature are about, so that the trail can say it of each access to them. */
public interface RecordPatients {

    /**
     * A query of SQL for the key of the patient's account, with the record's public id as its one parameter; empty for
     * records of other features. The trail runs it as a part of the statement that adds the entry.
     */
    Optional<String> query(RecordId record);
}
