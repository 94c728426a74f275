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

-- Two who sign in with a second step. The key of their apps, in Base32, is CONSILIUMDEMOCONSILIUMDEMOCONSIL, and their recovery
-- codes are DEM00-00001 to DEM00-00003, encrypted and hashed with DemoData.SECRET_KEY.
INSERT INTO authenticator (account_id, secret, confirmed_at, last_step, created_at) VALUES
    (6, X'12B62B8147E8C5D30DFB866C7157FF207C59D1C054C4F61B99196D28515DAF19456DA218E91B7E11F518E0095B4575858187369471986206', @now, 0, @now),
    (10, X'12B62B81224465D6A304FD18CED9ADDFAC7E89E7E4D69581298367AEB4516CC5F3352D27942DAE789BD50498292D7785B673AF1E2A70655B', @now, 0, @now);

INSERT INTO recovery_code (account_id, salt, code_hash, created_at) VALUES
    (6, X'06060606060606060606060606060601', '6f8e216f3418e0302967b15b19dc0e0694d3f007555d2169f8b49dbe5d7cd255', @now),
    (6, X'06060606060606060606060606060602', '7c19965b369ae24fcc2484694baa34990209890a60a6c8ba1d72b7dc95054cf9', @now),
    (6, X'06060606060606060606060606060603', 'aa72d125688d521026127d83ff5c8d0b37549d9594a21c3838400074f296a32a', @now),
    (10, X'0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A01', '18820473e657e9d9411b6d1d81d833767debd332e7644dddf285c19bb3b2acae', @now),
    (10, X'0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A02', '0b89942baf671cd1f88f967ac2f788e809b5ed01b9faae84486f1c4aa433a3eb', @now),
    (10, X'0A0A0A0A0A0A0A0A0A0A0A0A0A0A0A03', 'c9ff2ad4cd51323481090c1aa4cd72333f72911a7409edd58882d8406fa196cb', @now);
