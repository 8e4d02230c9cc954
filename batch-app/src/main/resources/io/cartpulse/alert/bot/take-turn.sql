-- Takes or keeps the turn to listen for messages.
-- Grain: one row at most. Reads nothing. Writes etl.chat_bot.
-- Rerun: keeps it longer. Parameters: instance, now, until.
update etl.chat_bot
set poller = :instance, polls_until = :until
where poller = :instance or polls_until <= :now
