-- Why: the people of the demo. All names are invented; everyone's password is Consilium-demo-1 (Argon2id, 19 MiB, 2 passes).
-- Runs in one transaction on a database without accounts, so the keys are fixed. A statement ends with a semicolon at the end of a line.

SET @now = UTC_TIMESTAMP(6);

SET @password = '$argon2id$v=19$m=19456,t=2,p=1$l8JOhNlSB2BrZ9iGkYxUZg$PiqWah8Cx9HtcQnMQTneb4I5JZU3Tu0IaMUp7AOcP+s';

INSERT INTO account (id, public_id, email, role, status, first_name, last_name, password_hash, created_at) VALUES
    (1, 'demo-account-000000001', 'patient@example.org', 'PATIENT', 'ACTIVE', 'Paula', 'Patient', @password, @now - INTERVAL 129540 MINUTE),
    (2, 'demo-account-000000002', 'nurse@example.org', 'NURSE', 'ACTIVE', 'Nina', 'Nurse', @password, @now - INTERVAL 129480 MINUTE),
    (3, 'demo-account-000000003', 'doctor@example.org', 'DOCTOR', 'ACTIVE', 'Dora', 'Doctor', @password, @now - INTERVAL 129420 MINUTE),
    (4, 'demo-account-000000004', 'admin@example.org', 'ADMINISTRATOR', 'ACTIVE', 'Arno', 'Admin', @password, @now - INTERVAL 129360 MINUTE),
    (5, 'demo-account-000000005', 'privacy@example.org', 'PRIVACY_OFFICER', 'ACTIVE', 'Petra', 'Privacy', @password, @now - INTERVAL 129300 MINUTE),
    (6, 'demo-account-000000006', 'rosa.rash@example.org', 'PATIENT', 'ACTIVE', 'Rosa', 'Rash', @password, @now - INTERVAL 129240 MINUTE),
    (7, 'demo-account-000000007', 'kurt.knee@example.org', 'PATIENT', 'ACTIVE', 'Kurt', 'Knee', @password, @now - INTERVAL 129180 MINUTE),
    (8, 'demo-account-000000008', 'carmen.catarro@example.org', 'PATIENT', 'ACTIVE', 'Carmen', 'Catarro', @password, @now - INTERVAL 129120 MINUTE),
    (9, 'demo-account-000000009', 'milo.mild@example.org', 'PATIENT', 'ACTIVE', 'Milo', 'Mild', @password, @now - INTERVAL 129060 MINUTE),
    (10, 'demo-account-000000010', 'sven.skin@example.org', 'DOCTOR', 'ACTIVE', 'Sven', 'Skin', @password, @now - INTERVAL 129000 MINUTE),
    (11, 'demo-account-000000011', 'bella.bones@example.org', 'NURSE', 'ACTIVE', 'Bella', 'Bones', @password, @now - INTERVAL 128940 MINUTE),
    (12, 'demo-account-000000012', 'kim.kinder@example.org', 'DOCTOR', 'ACTIVE', 'Kim', 'Kinder', @password, @now - INTERVAL 128880 MINUTE),
    (13, 'demo-account-000000013', 'dario.departed@example.org', 'NURSE', 'DISABLED', 'Dario', 'Departed', @password, @now - INTERVAL 128820 MINUTE);

INSERT INTO patient (account_id, date_of_birth, privacy_notice, privacy_accepted_at) VALUES
    (1, '1984-05-17', '2026-11', @now - INTERVAL 129540 MINUTE),
    (6, '1991-09-02', '2026-11', @now - INTERVAL 129240 MINUTE),
    (7, '1967-01-28', '2026-11', @now - INTERVAL 129180 MINUTE),
    (8, '1958-11-11', '2026-11', @now - INTERVAL 129120 MINUTE),
    (9, '2009-03-30', '2026-11', @now - INTERVAL 129060 MINUTE);

INSERT INTO clinician (account_id, joined_at) SELECT id, created_at FROM account WHERE role IN ('NURSE', 'DOCTOR');

INSERT INTO team_member (team_id, clinician_id)
SELECT team.id, account.id
FROM team JOIN account ON (team.public_id, account.email) IN (
    ('team-general-care-0001', 'nurse@example.org'),
    ('team-general-care-0001', 'doctor@example.org'),
    ('team-skin-000000000001', 'doctor@example.org'),
    ('team-skin-000000000001', 'sven.skin@example.org'),
    ('team-bones-joints-0001', 'bella.bones@example.org'),
    ('team-children-00000001', 'kim.kinder@example.org'));
