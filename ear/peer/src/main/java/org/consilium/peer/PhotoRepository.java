package org.consilium.peer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds photos. */
interface PhotoRepository extends JpaRepository<Photo, Long> {

    @Query(
            """
            select new org.consilium.peer.PhotoRow(p.id, p.message.id, p.name, p.width, p.height)
            from Photo p
            where p.message.id in :messages
            order by p.id""")
    List<PhotoRow> of(Collection<Long> messages);

    @Query("select p.name from Photo p where p.id = :id and p.message.consultation.id = :consultation")
    Optional<String> nameOf(long id, long consultation);
}
