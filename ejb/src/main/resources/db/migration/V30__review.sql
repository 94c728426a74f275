-- Why: privacy officers review what rules find in the audit trail (45 CFR 164.308(a)(1)(ii)(D)), and sign the outcome.
-- review_finding: one for each rule, person, patient, and day at the hospital. subject: patient_id, or 0 for a finding about no
-- patient, so that the key is unique. why and numbers: the reason as a code, and its numbers in their order. kind: of the last
-- entry. hand_on_at: when it goes to a second officer; null once it has, or is decided. handed_on_from: who had opened it first.
CREATE TABLE review_finding (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    public_id       CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    rule_name       VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id      BIGINT       NOT NULL,
    patient_id      BIGINT       NULL,
    subject         BIGINT       NOT NULL,
    day             DATE         NOT NULL,
    why             VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    numbers         VARCHAR(60)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind            VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entries         BIGINT       NOT NULL,
    first_at        DATETIME(6)  NOT NULL,
    last_at         DATETIME(6)  NOT NULL,
    found_at        DATETIME(6)  NOT NULL,
    due_at          DATETIME(6)  NOT NULL,
    hand_on_at      DATETIME(6)  NULL,
    handed_on_at    DATETIME(6)  NULL,
    handed_on_from  BIGINT       NULL,
    decided_at      DATETIME(6)  NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY review_finding_public_id (public_id),
    UNIQUE KEY review_finding_once (rule_name, account_id, subject, day),
    KEY review_finding_open (decided_at, id),
    KEY review_finding_hand_on (hand_on_at),
    KEY review_finding_account (account_id),
    KEY review_finding_patient (patient_id),
    KEY review_finding_handed_on_from (handed_on_from),
    CONSTRAINT review_finding_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT review_finding_patient FOREIGN KEY (patient_id) REFERENCES account (id),
    CONSTRAINT review_finding_handed_on_from FOREIGN KEY (handed_on_from) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- A decision is signed, and never changed. entries: those that the finding had then; a finding may get more on the same day.
CREATE TABLE review_decision (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    finding_id  BIGINT       NOT NULL,
    outcome     VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    comment     VARCHAR(500) NOT NULL,
    officer_id  BIGINT       NOT NULL,
    decided_at  DATETIME(6)  NOT NULL,
    entries     BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY review_decision_finding (finding_id),
    KEY review_decision_officer (officer_id),
    CONSTRAINT review_decision_finding FOREIGN KEY (finding_id) REFERENCES review_finding (id),
    CONSTRAINT review_decision_officer FOREIGN KEY (officer_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Patients whose records are looked at more closely. staff_id: the account that an employee has for work.
CREATE TABLE patient_mark (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    public_id   CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    patient_id  BIGINT       NOT NULL,
    kind        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    staff_id    BIGINT       NULL,
    marked_by   BIGINT       NOT NULL,
    marked_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY patient_mark_public_id (public_id),
    UNIQUE KEY patient_mark_once (patient_id, kind),
    KEY patient_mark_staff (staff_id),
    KEY patient_mark_by (marked_by),
    CONSTRAINT patient_mark_patient FOREIGN KEY (patient_id) REFERENCES patient (account_id),
    CONSTRAINT patient_mark_staff FOREIGN KEY (staff_id) REFERENCES account (id),
    CONSTRAINT patient_mark_by FOREIGN KEY (marked_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How far the trail was looked through, and when letters about overdue findings were written; the node that locks a row does it.
CREATE TABLE review_position (
    name      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    entry_id  BIGINT       NOT NULL,
    at        DATETIME(6)  NOT NULL,
    PRIMARY KEY (name)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO review_position (name, entry_id, at) VALUES ('ENTRIES', 0, '1970-01-01'), ('LETTERS', 0, '1970-01-01');

-- Ids below the position that had no entry yet: a transaction takes its ids before it commits, or is rolled back.
CREATE TABLE review_gap (
    first_id  BIGINT       NOT NULL,
    last_id   BIGINT       NOT NULL,
    seen_at   DATETIME(6)  NOT NULL,
    PRIMARY KEY (first_id),
    KEY review_gap_seen (seen_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- What a member of the staff has done on a day at the hospital, so that nobody has to count in the trail.
CREATE TABLE review_day (
    account_id   BIGINT       NOT NULL,
    day          DATE         NOT NULL,
    accesses     BIGINT       NOT NULL,
    after_hours  BIGINT       NOT NULL,
    refusals     BIGINT       NOT NULL,
    PRIMARY KEY (account_id, day),
    KEY review_day_day (day)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Where each device of a member of the staff was seen last, for a day.
CREATE TABLE review_place (
    account_id  BIGINT       NOT NULL,
    network     VARCHAR(45)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    device      VARCHAR(32)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    seen_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (account_id, network, device),
    KEY review_place_seen (seen_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
