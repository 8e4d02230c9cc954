-- Takes the days away from a mart built aside that were not to be built anew.
-- Grain: event_date; writes the mart built aside.
-- Rerun: finds none. Parameters: mart, from, to.
alter table aside.{mart:Identifier}
delete where event_date not between {from:Date} and {to:Date}
settings mutations_sync = 2
