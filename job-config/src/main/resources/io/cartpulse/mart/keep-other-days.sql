-- Keeps the days of a mart that are not to be built anew.
-- Grain: the mart's; reads the mart in use, writes the one built aside.
-- Rerun: the mart aside is made anew before. Parameters: mart, days.
insert into aside.{mart:Identifier}
select columns('.*')
from data_mart.{mart:Identifier}
where not has({days:Array(Date)}, event_date)
