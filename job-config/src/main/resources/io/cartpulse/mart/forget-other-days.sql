-- Takes the days away from a mart built aside that were not to be built anew.
-- Grain: event_date; writes the mart built aside.
-- Rerun: finds none. Parameters: mart, days.
alter table aside.{mart:Identifier}
delete where not has({days:Array(Date)}, event_date)
settings mutations_sync = 2
