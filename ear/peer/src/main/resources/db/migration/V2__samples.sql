-- 2,000 patients with 20 consultations each, and 40 clinicians; all names are invented, and passwords are set at the
-- first start. A patient's consultations 19 and 20 are the newest, with 50 messages and a photo in every fifth; the
-- others have 3. The sequences are those of MariaDB.

insert into person (id, email, password_hash, role, name, born)
select seq, concat('patient', lpad(seq, 4, '0'), '@example.org'), '', 'PATIENT',
  concat(
    elt(1 + seq mod 11,
      'Amara', 'Bruno', 'Clara', 'Dario', 'Edith', 'Farid', 'Greta', 'Henri', 'Irina', 'Jonas', 'Keiko'),
    ' ',
    elt(1 + seq mod 13,
      'Alder', 'Brook', 'Castle', 'Dale', 'Elm', 'Field', 'Grove', 'Heath', 'Isle', 'Lake', 'Marsh', 'North', 'Poole')),
  date '1940-01-01' + interval (seq * 17) mod 24000 day
from seq_1_to_2000;

insert into person (id, email, password_hash, role, name)
select 2000 + seq, concat('clinician', lpad(seq, 2, '0'), '@example.org'), '', 'CLINICIAN',
  concat('Dr. ', elt(1 + seq mod 7, 'Ada', 'Boris', 'Celia', 'Diego', 'Emil', 'Fatou', 'Gwen'),
    ' ', elt(1 + seq mod 9, 'Quist', 'Rowan', 'Stone', 'Thorn', 'Umber', 'Vale', 'West', 'Yarrow', 'Zeller'))
from seq_1_to_40;

insert into consultation (id, public_id, patient_id, clinician_id, title, body_site, status, urgency,
  opened_at, active_at, last_message_id, patient_read_id, clinician_read_id)
select (p.seq - 1) * 20 + k.seq,
  left(replace(replace(to_base64(unhex(sha2(concat('consultation ', p.seq, ' ', k.seq), 256))),
    '+', '-'), '/', '_'), 22),
  p.seq, 2001 + (p.seq + k.seq) mod 40,
  elt(1 + (p.seq + k.seq) mod 9,
    'Red patch that itches', 'Cough for three weeks', 'Question about a tablet', 'Sore knee after a run',
    'Mole that looks different', 'Headache in the morning', 'Swollen finger', 'Results of the blood test',
    'Rash after a walk in the woods'),
  elt(1 + (p.seq + k.seq * 2) mod 6, 'Left forearm', 'Chest', 'Right knee', 'Upper back', 'Forehead', 'Right hand'),
  case when k.seq = 20 then 'WAITING' when k.seq >= 17 then 'ANSWERED' else 'CLOSED' end,
  elt(1 + (p.seq + k.seq) mod 3, 'ROUTINE', 'SOON', 'URGENT'),
  utc_timestamp() - interval (21 - k.seq) * 10 day - interval p.seq minute,
  utc_timestamp() - interval (20 - k.seq) * 10 day - interval p.seq minute,
  0, 0, 0
from seq_1_to_2000 p join seq_1_to_20 k;

-- the patient begins, and the last message of a consultation that waits is theirs
insert into message (consultation_id, author_id, text, sent_at)
select c.id,
  if(n.seq = 1 or n.seq mod 2 = if(c.status = 'WAITING', 0, 1), c.patient_id, c.clinician_id),
  concat(
    elt(1 + (c.id + n.seq) mod 7,
      'Thank you for writing.', 'It began on Sunday & got worse in the evening.', 'Does it hurt when you touch it?',
      'I have taken the tablets as you said.', 'Please keep the place dry and clean.', 'It looks better today.',
      'Have you had this before?'),
    ' ',
    elt(1 + (c.id + n.seq * 3) mod 5,
      'There is nothing else that I noticed.', 'Please send another photo in two days, in daylight if you can.',
      'I have no fever and sleep well.', 'I will write again next week.',
      'If it gets harder to breathe, call an ambulance at once and do not wait for an answer here.')),
  c.active_at - interval (if(c.id mod 20 in (0, 19), 50, 3) - n.seq) * 41 minute
from consultation c join seq_1_to_50 n
where n.seq <= 3 or c.id mod 20 in (0, 19)
order by c.id, n.seq;

insert into photo (message_id, name, width, height, bytes)
select id, concat('sample-', position div 5 - 1), 1600, 1200, 90000
from (
  select m.id, row_number() over (partition by m.consultation_id order by m.id) as position
  from message m join consultation c on c.id = m.consultation_id
  where c.id mod 20 in (0, 19)) numbered
where position mod 5 = 0
order by id;

update consultation c
join (select consultation_id, max(id) as id from message group by consultation_id) newest
  on newest.consultation_id = c.id
set c.last_message_id = newest.id,
  c.patient_read_id = newest.id - if(c.status = 'ANSWERED', 2, 0),
  c.clinician_read_id = newest.id - if(c.status = 'WAITING', 1, 0);

analyze table person, consultation, message, photo;
