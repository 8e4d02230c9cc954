-- How often a record's payload was edited, so that a retry that read an older one leaves it alone; and who is to be
-- retried by the next run that is asked for the requested ones.
alter table dds.quarantine
    add column edits integer not null default 0,
    add column requested boolean not null default false;
create index quarantine_requested on dds.quarantine (record_type) where requested and state = 'open';
