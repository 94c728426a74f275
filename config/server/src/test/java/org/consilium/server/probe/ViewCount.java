package org.consilium.server.probe;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;

/** A bean of the view scope of Faces. */
@Named
@ViewScoped
public class ViewCount implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private VisitCount count;

    private int number;

    /** Adds one. */
    public void more() {
        number++;
        count.count();
    }

    public int getNumber() {
        return number;
    }

    public int getVisits() {
        return count.visits();
    }
}
