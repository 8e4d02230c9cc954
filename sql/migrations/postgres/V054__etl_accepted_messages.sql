-- Fingerprints of accepted messages that leave no row of their own (profiles, devices): how a repeated one is known.
create table etl.accepted_messages (
    record_type  text not null,
    fingerprint  uuid not null,
    load_id      bigint not null,
    primary key (record_type, fingerprint)
);
