-- Why: with ten million consultations, a page still reads the rows that it shows, and hardly any others.

-- stage: of the queue; 1 waiting, 2 in care, 3 closed. Two statuses are one stage, so that an index has them in one order.
-- It is computed, also from what a node of the version before stores, and no row is rewritten. The indexes are built while
-- others read and write; that is a statement of its own because MariaDB cannot do both at once.
ALTER TABLE consultation
    ADD COLUMN stage TINYINT
        GENERATED ALWAYS AS (CASE status WHEN 'SUBMITTED' THEN 1 WHEN 'CLOSED' THEN 3 ELSE 2 END) VIRTUAL;
ALTER TABLE consultation
    ADD KEY consultation_of_team (team_id, stage, urgency, waiting_since, id),
    ADD KEY consultation_of_clinician (clinician_id, stage, urgency, waiting_since, id),
    ADD KEY consultation_closed_of_team (team_id, urgency, closed_at, id),
    ADD KEY consultation_of_site (patient_id, body_site, public_id);

-- The photos of a part of the body were found by reading all messages of the patient, and those that were never sent among
-- all that were. consultation_id is now set when a photo is attached; the application fills it in where it is missing.
ALTER TABLE image
    ADD KEY image_of_consultation (consultation_id, attached),
    ADD KEY image_unattached (attached, status, created_at);
