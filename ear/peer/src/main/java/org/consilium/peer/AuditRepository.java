package org.consilium.peer;

import org.springframework.data.jpa.repository.JpaRepository;

/** Keeps the audit trail. */
interface AuditRepository extends JpaRepository<AuditEntry, Long> {}
