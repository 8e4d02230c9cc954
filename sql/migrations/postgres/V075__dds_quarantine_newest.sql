-- The quarantine is listed newest first, page by page, by state or by reason; and summed up from its index alone.
drop index dds.quarantine_state;
create index quarantine_state on dds.quarantine (state, reason, record_type) include (first_seen_at);
create index quarantine_newest on dds.quarantine (state, id);
create index quarantine_reason on dds.quarantine (reason, id);
create index quarantine_record_type on dds.quarantine (record_type, id);
