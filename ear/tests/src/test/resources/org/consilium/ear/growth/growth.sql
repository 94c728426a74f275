-- Why: a hospital after years: most patients with a few consultations, some with hundreds, a team with 5,000 open ones,
-- and two threads to compare, of 10 and of 100,000 messages. All is invented, numbered, and consistent.
-- A statement is preceded by the range that k counts through in it; "once" runs once. EACH is replaced by a table of k.
-- The n-th consultation has the id 1000000 + n, and so have patients; teams begin at 1000, clinicians at 500000, the messages of
-- patients at 100000000, those of clinicians at 200000000. Statements find rows by these alone: other indexes are made at the end.

-- team
INSERT INTO team (id, public_id, name)
SELECT 1000 + k, CONCAT('growth-t-', LPAD(k, 13, '0')), CONCAT('Grown team ', k) FROM EACH;

-- patient
INSERT INTO account (id, public_id, email, role, status, first_name, last_name, name_key, given_name_key, password_hash, created_at)
SELECT id, CONCAT('growth-p-', LPAD(k, 13, '0')), CONCAT('p', k, '@growth.example'), 'PATIENT', 'ACTIVE', first_name, last_name,
    LOWER(CONCAT(last_name, ' ', first_name)), LOWER(CONCAT(first_name, ' ', last_name)), @password, @now - INTERVAL 3650 DAY
FROM (SELECT k, 1000000 + k AS id, ELT(1 + k % 4, 'Ada', 'Ben', 'Cleo', 'Dan') AS first_name,
    CONCAT('Grown', LPAD(k DIV 4, 8, '0')) AS last_name FROM EACH) person;

-- patient
INSERT INTO patient (account_id, date_of_birth, privacy_notice, privacy_accepted_at)
SELECT 1000000 + k, '1990-02-03', '2026-11', @now - INTERVAL 3650 DAY FROM EACH;

-- clinician
INSERT INTO account (id, public_id, email, role, status, first_name, last_name, name_key, given_name_key, password_hash, created_at)
SELECT 500000 + k, CONCAT('growth-c-', LPAD(k, 13, '0')), CONCAT('c', k, '@growth.example'), IF(k % 2 = 0, 'DOCTOR', 'NURSE'), 'ACTIVE',
    'Dara', CONCAT('Care', LPAD(k, 8, '0')), CONCAT('care', LPAD(k, 8, '0'), ' dara'), CONCAT('dara care', LPAD(k, 8, '0')),
    @password, @now - INTERVAL 3650 DAY
FROM EACH;

-- clinician
INSERT INTO clinician (account_id, joined_at) SELECT 500000 + k, @now - INTERVAL 3650 DAY FROM EACH;

-- clinician
INSERT INTO team_member (team_id, clinician_id) SELECT 1000 + k DIV 10, 500000 + k FROM EACH;

-- once: one clinician works in three teams
INSERT INTO team_member (team_id, clinician_id) VALUES (1001, 500001), (1002, 500001);

-- consultation: the latest are open, first those of the large team; clinicians of a team share its consultations
INSERT INTO consultation (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, submitted_at,
    waiting_since, last_activity_at, closed_at, idempotency_key, version, messages, summaries, notes, numbered_version)
SELECT 1000000 + k, CONCAT('growth-k-', LPAD(k, 13, '0')),
    1000000 + IF(by_patient % 10 = 0, by_patient DIV 10 % @frequent, @frequent + by_patient DIV 10 % (@patients - @frequent)),
    1000 + team, IF(status = 'SUBMITTED', NULL, 500000 + 10 * team + chance % 10), status,
    ELT(1 + chance DIV 10 % 10, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3), CONCAT('Grown ', k),
    ELT(1 + chance DIV 100 % 4, 'ARM', 'LEG', 'SKIN', 'HEAD'), submitted_at, submitted_at + INTERVAL chance % 100000 SECOND,
    submitted_at + INTERVAL 100000 SECOND, IF(status = 'CLOSED', submitted_at + INTERVAL 100000 SECOND, NULL),
    CONCAT('growth-', LPAD(k, 29, '0')), 1, IF(status = 'SUBMITTED', 1, 2), status = 'CLOSED' AND k % 10 = 0,
    status <> 'SUBMITTED' AND k % 20 = 0, 1
FROM (SELECT k, CRC32(CONCAT('patient', k)) AS by_patient, CRC32(CONCAT('chance', k)) AS chance,
    CASE WHEN @consultations - k <= @open THEN 0
        WHEN @consultations - k <= @open + @elsewhere OR CRC32(CONCAT('team', k)) % 10 > 0
            THEN 1 + CRC32(CONCAT('team', k)) DIV 10 % (@teams - 1)
        ELSE 0 END AS team,
    IF(@consultations - k > @open + @elsewhere, 'CLOSED', ELT(1 + CRC32(CONCAT('status', k)) % 5,
        'SUBMITTED', 'SUBMITTED', 'IN_PROGRESS', 'IN_PROGRESS', 'WAITING_FOR_PATIENT')) AS status,
    @now - INTERVAL (@consultations - k) * @gap SECOND AS submitted_at FROM EACH) drawn;

-- consultation
INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key, number)
SELECT 100000000 + k, CONCAT('growth-m-', LPAD(k, 13, '0')), c.id, c.patient_id, 'PATIENT', CONCAT('It began on Sunday, and it is the ', k, 'th time.'),
    c.submitted_at, CONCAT('growth-m-', LPAD(k, 27, '0')), 1
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k;

-- consultation
INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key, number)
SELECT 200000000 + k, CONCAT('growth-a-', LPAD(k, 13, '0')), c.id, c.clinician_id, 'DOCTOR', 'Keep it dry, and write again if it gets worse.',
    c.waiting_since, CONCAT('growth-a-', LPAD(k, 27, '0')), 2
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k WHERE c.messages = 2;

-- consultation
INSERT INTO after_visit_summary (consultation_id, author_id, author_role, summary, instructions, written_at, number)
SELECT c.id, c.clinician_id, 'DOCTOR', 'Nothing bad.', 'Rest.', c.closed_at, 1
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k WHERE c.summaries = 1;

-- consultation
INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key, number)
SELECT c.id, c.clinician_id, 'Ask for the allergy.', c.waiting_since, CONCAT('growth-n-', LPAD(k, 27, '0')), 1
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k WHERE c.notes = 1;

-- consultation: one in three has something new for its patient
INSERT INTO consultation_reader (consultation_id, account_id, written, read_of_others)
SELECT c.id, c.patient_id, 1, IF(k % 3 = 0, 0, c.messages - 1 + c.summaries) FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k;

-- consultation
INSERT INTO consultation_reader (consultation_id, account_id, written, read_of_others)
SELECT c.id, c.clinician_id, 1 + c.summaries + c.notes, 1 FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k WHERE c.messages = 2;

-- consultation: one in ten begins with a photo
INSERT INTO image (public_id, owner_id, status, content_type, size_bytes, sha256, width, height, created_at, version, attached,
    consultation_id)
SELECT CONCAT('growth-i-', LPAD(k, 13, '0')), c.patient_id, 'STORED', 'image/jpeg', 100000, SHA2(k, 256), 800, 600, c.submitted_at, 1, TRUE,
    c.public_id
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 1000000 + k WHERE k % 10 = 3;

-- consultation
INSERT INTO message_image (message_id, position, image_id, width, height)
SELECT m.id, 0, CONCAT('growth-i-', LPAD(k, 13, '0')), 800, 600
FROM EACH STRAIGHT_JOIN message m ON m.id = 100000000 + k WHERE k % 10 = 3;

-- once: somebody with two consultations, one of them long
INSERT INTO account (id, public_id, email, role, status, first_name, last_name, name_key, given_name_key, password_hash, created_at)
VALUES (999999, 'growth-p-thread-000000', 'thread@growth.example', 'PATIENT', 'ACTIVE', 'Thea', 'Thread', 'thread thea', 'thea thread',
    @password, @now - INTERVAL 3650 DAY);

-- once
INSERT INTO patient (account_id, date_of_birth, privacy_notice, privacy_accepted_at)
VALUES (999999, '1990-02-03', '2026-11', @now - INTERVAL 3650 DAY);

-- once
INSERT INTO consultation (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, submitted_at,
    waiting_since, last_activity_at, idempotency_key, version, messages, numbered_version)
VALUES (999998, 'growth-k-short-0000000', 999999, 1000, 500000, 'IN_PROGRESS', 3, 'A short thread', 'ARM', @now - INTERVAL 300 DAY,
        @now - INTERVAL 300 DAY, @now - INTERVAL 1 DAY, 'growth-short', 1, 10, 1),
    (999999, 'growth-k-long-00000000', 999999, 1000, 500000, 'IN_PROGRESS', 3, 'A long thread', 'LEG', @now - INTERVAL 300 DAY,
        @now - INTERVAL 300 DAY, @now, 'growth-long', 1, 100000, 1);

-- short
INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key, number)
SELECT 300000000 + k, CONCAT('growth-s-', LPAD(k, 13, '0')), 999998, IF(k % 2 = 0, 999999, 500000), IF(k % 2 = 0, 'PATIENT', 'DOCTOR'), CONCAT('Message ', k),
    @now - INTERVAL 200 DAY + INTERVAL k SECOND, CONCAT('growth-s-', LPAD(k, 27, '0')), 1 + k
FROM EACH;

-- long
INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key, number)
SELECT 310000000 + k, CONCAT('growth-l-', LPAD(k, 13, '0')), 999999, IF(k % 2 = 0, 999999, 500000), IF(k % 2 = 0, 'PATIENT', 'DOCTOR'), CONCAT('Message ', k),
    @now - INTERVAL 200 DAY + INTERVAL k SECOND, CONCAT('growth-l-', LPAD(k, 27, '0')), 1 + k
FROM EACH;

-- once
INSERT INTO consultation_reader (consultation_id, account_id, written, read_of_others)
VALUES (999998, 999999, 5, 5), (999998, 500000, 5, 5), (999999, 999999, 50000, 50000), (999999, 500000, 50000, 50000);

-- once: the latest four messages of each have photos
INSERT INTO image (public_id, owner_id, status, content_type, size_bytes, sha256, width, height, created_at, version, attached,
    consultation_id)
SELECT CONCAT('growth-j-', LPAD(id, 13, '0')), author_id, 'STORED', 'image/jpeg', 100000, SHA2(id, 256), 800, 600, sent_at, 1, TRUE,
    IF(consultation_id = 999998, 'growth-k-short-0000000', 'growth-k-long-00000000')
FROM message WHERE id BETWEEN 300000006 AND 300000009 OR id BETWEEN 310099996 AND 310099999;

-- once
INSERT INTO message_image (message_id, position, image_id, width, height)
SELECT id, 0, CONCAT('growth-j-', LPAD(id, 13, '0')), 800, 600
FROM message WHERE id BETWEEN 300000006 AND 300000009 OR id BETWEEN 310099996 AND 310099999;
