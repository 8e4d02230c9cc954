-- The quarantine is listed newest first, page by page, by state or by reason.
create index quarantine_newest on dds.quarantine (state, id);
create index quarantine_reason on dds.quarantine (reason, id);
create index quarantine_record_type on dds.quarantine (record_type, id);
