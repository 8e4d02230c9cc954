-- How often a record was edited, so that a retry knows what it has read; and whether the next retry was asked for it.
alter table dds.quarantine
    add column edits integer not null default 0,
    add column requested boolean not null default false;
create index quarantine_requested on dds.quarantine (record_type) where requested and state = 'open';
