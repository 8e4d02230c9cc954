-- Sessions that lost their last event; the marts take them away at the next publication.
create table etl.deleted_sessions (
    session_id  uuid not null,
    load_id     bigint not null,
    primary key (load_id, session_id)
);
