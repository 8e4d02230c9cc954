-- Quartz: the schedules, shared by all instances of the application.
create schema if not exists quartz;
comment on schema quartz is 'Quartz''s schedules and firings';
