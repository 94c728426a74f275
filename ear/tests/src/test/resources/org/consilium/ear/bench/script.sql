-- Why: two thousand patients with twenty consultations each, as many as the peer has: the two newest with 50 messages, of which
-- every fifth has a photo, the others with three. All is invented, numbered, and consistent.
-- The numbers are joined first, whatever the statistics say of tables that have just been filled.
-- Ids: patient 2000000 + k, clinician 3000000 + k, consultation 2000000 + k of patient k DIV 20.

-- once
INSERT INTO team (id, public_id, name) VALUES (2000, 'script-t-0000000000000', 'Measured team');

-- patient
INSERT INTO account (id, public_id, email, role, status, first_name, last_name, name_key, given_name_key, password_hash, created_at)
SELECT 2000000 + k, CONCAT('script-p-', LPAD(k, 13, '0')), CONCAT('patient', LPAD(1 + k, 4, '0'), '@example.org'), 'PATIENT', 'ACTIVE',
    ELT(1 + k % 4, 'Ada', 'Ben', 'Cleo', 'Dan'), CONCAT('Measured', LPAD(k, 4, '0')), LOWER(CONCAT('measured', LPAD(k, 4, '0'))),
    LOWER(CONCAT('measured', LPAD(k, 4, '0'))), @password, @now - INTERVAL 3650 DAY
FROM EACH;

-- patient
INSERT INTO patient (account_id, date_of_birth, privacy_notice, privacy_accepted_at)
SELECT 2000000 + k, '1990-02-03', '2026-11', @now - INTERVAL 3650 DAY FROM EACH;

-- clinician
INSERT INTO account (id, public_id, email, role, status, first_name, last_name, name_key, given_name_key, password_hash, created_at)
SELECT 3000000 + k, CONCAT('script-c-', LPAD(k, 13, '0')), CONCAT('clinician', LPAD(1 + k, 2, '0'), '@example.org'), 'DOCTOR', 'ACTIVE',
    'Dara', CONCAT('Care', LPAD(k, 4, '0')), CONCAT('care', LPAD(k, 4, '0'), ' dara'), CONCAT('dara care', LPAD(k, 4, '0')),
    @password, @now - INTERVAL 3650 DAY
FROM EACH;

-- clinician
INSERT INTO clinician (account_id, joined_at) SELECT 3000000 + k, @now - INTERVAL 3650 DAY FROM EACH;

-- clinician
INSERT INTO team_member (team_id, clinician_id) SELECT 2000, 3000000 + k FROM EACH;

-- consultation
INSERT INTO consultation (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, submitted_at,
    waiting_since, last_activity_at, closed_at, idempotency_key, version, messages, numbered_version)
SELECT 2000000 + k, CONCAT('script-k-', LPAD(k, 13, '0')), 2000000 + k DIV 20, 2000, 3000000 + k % 40, IF(k % 20 >= 15, 'IN_PROGRESS', 'CLOSED'),
    1 + k % 3, CONCAT(ELT(1 + k % 4, 'A rash on the forearm', 'A cough that stays', 'A swollen ankle', 'A headache in the evening'), ', no. ', k % 20),
    ELT(1 + k % 4, 'ARM', 'LEG', 'SKIN', 'HEAD'), @now - INTERVAL (22 - k % 20) * 9 DAY, @now - INTERVAL (22 - k % 20) * 9 DAY,
    @now - INTERVAL (20 - k % 20) * 9 DAY, IF(k % 20 >= 15, NULL, @now - INTERVAL (20 - k % 20) * 9 DAY),
    CONCAT('script-', LPAD(k, 29, '0')), 1, IF(k % 20 >= 18, 50, 3), 1
FROM EACH;

-- message: 50 for each consultation, of which most have three
INSERT INTO message (public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key, number)
SELECT CONCAT('script-m-', LPAD(k, 13, '0')), c.id, IF(k % 2 = 0, c.patient_id, c.clinician_id), IF(k % 2 = 0, 'PATIENT', 'DOCTOR'),
    CONCAT(ELT(1 + k % 5, 'It began on Tuesday, and it was worse at night.', 'Please keep it dry, and look at it again tomorrow.',
        'One in the morning, as you said.', 'Is there any fever, or pain when you move it?', 'The edge is clearer in this photo.'), ' ',
        ELT(1 + k DIV 50 % 3, 'Nothing else has changed since.', 'We see this often, and it mostly goes away within two weeks.',
        'If that is all right, I will write again after the weekend.')),
    c.last_activity_at - INTERVAL (c.messages - k % 50) * 37 MINUTE, CONCAT('script-m-', LPAD(k, 27, '0')), 1 + k % 50
FROM EACH STRAIGHT_JOIN consultation c ON c.id = 2000000 + k DIV 50 WHERE k % 50 < c.messages;

-- consultation
INSERT INTO consultation_reader (consultation_id, account_id, written, read_of_others)
SELECT c.id, c.patient_id, (c.messages + 1) DIV 2, c.messages DIV 2 FROM EACH STRAIGHT_JOIN consultation c ON c.id = 2000000 + k;

-- consultation
INSERT INTO consultation_reader (consultation_id, account_id, written, read_of_others)
SELECT c.id, c.clinician_id, c.messages DIV 2, (c.messages + 1) DIV 2 FROM EACH STRAIGHT_JOIN consultation c ON c.id = 2000000 + k;

-- message
INSERT INTO image (public_id, owner_id, status, content_type, size_bytes, sha256, width, height, created_at, version, attached,
    consultation_id)
SELECT CONCAT('script-i-', LPAD(k, 13, '0')), m.author_id, 'STORED', 'image/jpeg', 3000000, SHA2(k, 256), 4000, 3000, m.sent_at, 1, TRUE,
    CONCAT('script-k-', LPAD(k DIV 50, 13, '0'))
FROM EACH STRAIGHT_JOIN message m ON m.consultation_id = 2000000 + k DIV 50 AND m.number = 1 + k % 50 WHERE k % 5 = 4 AND k DIV 50 % 20 >= 18;

-- message
INSERT INTO message_image (message_id, position, image_id, width, height)
SELECT m.id, 0, CONCAT('script-i-', LPAD(k, 13, '0')), 4000, 3000
FROM EACH STRAIGHT_JOIN message m ON m.consultation_id = 2000000 + k DIV 50 AND m.number = 1 + k % 50 WHERE k % 5 = 4 AND k DIV 50 % 20 >= 18;
