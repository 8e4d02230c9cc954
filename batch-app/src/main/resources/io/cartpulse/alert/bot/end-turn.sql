-- Ends the turn to listen for messages.
-- Grain: one row at most. Reads nothing. Writes etl.chat_bot.
-- Rerun: changes nothing. Parameters: instance.
update etl.chat_bot
set polls_until = '-infinity'
where poller = :instance
