package org.consilium.peer;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A photo of a message; its files are in the store. */
@Entity
class Photo {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Message message;

    private String name;
    private int width;
    private int height;
    private long bytes;

    protected Photo() {}

    Photo(Message message, StoredPhoto stored) {
        this.message = message;
        name = stored.name();
        width = stored.width();
        height = stored.height();
        bytes = stored.bytes();
    }
}
