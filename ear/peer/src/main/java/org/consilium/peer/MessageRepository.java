package org.consilium.peer;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** Finds messages. */
interface MessageRepository extends JpaRepository<Message, Long> {

    @Query(
            """
            select new org.consilium.peer.MessageRow(m.id, a.id, a.name, a.role, m.text, m.sentAt)
            from Message m join m.author a
            where m.consultation.id = :consultation
            order by m.id desc""")
    List<MessageRow> latest(long consultation, Limit limit);
}
