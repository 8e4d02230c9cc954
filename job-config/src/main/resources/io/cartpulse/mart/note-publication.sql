-- Notes that a publication has begun, or is complete.
-- Grain: one row; writes warehouse.publications.
-- Rerun: another row, of which the latest counts. Parameters: id, state, loadId, startedUs.
insert into warehouse.publications (publication_id, state, load_id, load_started_us)
select {id:UInt64}, {state:String}, {loadId:Int64}, {startedUs:Int64}
