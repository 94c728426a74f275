-- Why: in an emergency, a nurse or doctor who is not on the care team reaches a patient's consultations, and a privacy officer follows it.
-- emergency_access: a clinician's access to the consultations of one patient, for some hours. It is kept for good.
-- reason: a code, and words: how the clinician explained it. open_by: the clinician while it is open, who has one at most; null once
-- it has ended. until_at: when it ends by itself. ending: how it has ended, or how it will be said to end at until_at.
-- letter: the state of the letter that tells the patient, which is due at letter_due_at unless an officer holds it back with a reason.
CREATE TABLE emergency_access (
    id                BIGINT       NOT NULL AUTO_INCREMENT,
    public_id         CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    clinician_id      BIGINT       NOT NULL,
    patient_id        BIGINT       NOT NULL,
    reason            VARCHAR(30)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    words             VARCHAR(500) NOT NULL,
    opened_at         DATETIME(6)  NOT NULL,
    until_at          DATETIME(6)  NOT NULL,
    open_by           BIGINT       NULL,
    ending            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ended_at          DATETIME(6)  NULL,
    letter            VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    letter_due_at     DATETIME(6)  NULL,
    letter_reason     VARCHAR(500) NULL,
    letter_decided_by BIGINT       NULL,
    letter_decided_at DATETIME(6)  NULL,
    version           BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY emergency_access_public_id (public_id),
    UNIQUE KEY emergency_access_open (open_by),
    KEY emergency_access_clinician (clinician_id),
    KEY emergency_access_patient (patient_id),
    KEY emergency_access_end (ended_at, until_at),
    KEY emergency_access_letter_due (letter_due_at),
    KEY emergency_access_letter_decided_by (letter_decided_by),
    CONSTRAINT emergency_access_clinician FOREIGN KEY (clinician_id) REFERENCES account (id),
    CONSTRAINT emergency_access_patient FOREIGN KEY (patient_id) REFERENCES patient (account_id),
    CONSTRAINT emergency_access_open_by FOREIGN KEY (open_by) REFERENCES account (id),
    CONSTRAINT emergency_access_letter_decider FOREIGN KEY (letter_decided_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
