create table person (
  id bigint auto_increment primary key,
  email varchar(200) not null,
  password_hash varchar(200) not null,
  role varchar(20) not null,
  name varchar(100) not null,
  born date,
  constraint person_email unique (email)
) default charset = utf8mb4;

create table consultation (
  id bigint auto_increment primary key,
  public_id char(22) character set ascii collate ascii_bin not null,
  patient_id bigint not null,
  clinician_id bigint not null,
  title varchar(200) not null,
  body_site varchar(100) not null,
  status varchar(20) not null,
  urgency varchar(20) not null,
  opened_at datetime(6) not null,
  active_at datetime(6) not null,
  last_message_id bigint not null,
  patient_read_id bigint not null,
  clinician_read_id bigint not null,
  constraint consultation_public_id unique (public_id),
  constraint consultation_patient foreign key (patient_id) references person (id),
  constraint consultation_clinician foreign key (clinician_id) references person (id),
  index consultation_of_patient (patient_id, active_at),
  index consultation_queue (status, active_at)
) default charset = utf8mb4;

create table message (
  id bigint auto_increment primary key,
  consultation_id bigint not null,
  author_id bigint not null,
  text varchar(4000) not null,
  sent_at datetime(6) not null,
  constraint message_consultation foreign key (consultation_id) references consultation (id),
  constraint message_author foreign key (author_id) references person (id),
  index message_of_consultation (consultation_id, id)
) default charset = utf8mb4;

create table photo (
  id bigint auto_increment primary key,
  message_id bigint not null,
  name varchar(40) character set ascii collate ascii_bin not null,
  width int not null,
  height int not null,
  bytes bigint not null,
  constraint photo_message foreign key (message_id) references message (id)
) default charset = utf8mb4;

create table audit_entry (
  id bigint auto_increment primary key,
  at datetime(6) not null,
  person_id bigint not null,
  action varchar(40) not null,
  consultation_id bigint,
  address varchar(45) not null,
  index audit_of_person (person_id, at),
  index audit_of_consultation (consultation_id, at)
) default charset = utf8mb4;
