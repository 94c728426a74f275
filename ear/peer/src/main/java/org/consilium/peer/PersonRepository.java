package org.consilium.peer;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

/** Finds people. */
interface PersonRepository extends JpaRepository<Person, Long> {

    Optional<Person> findByEmail(String email);

    boolean existsByPasswordHash(String hash);

    @Modifying
    @Transactional
    @Query("update Person p set p.passwordHash = :hash where p.passwordHash = ''")
    void setMissingPasswords(String hash);
}
