-- Notes what went wrong last with a provider.
-- Grain: provider; writes etl.enrichment_failures.
-- Rerun: changes nothing. Parameters: provider, category, message, failedAt.
insert into etl.enrichment_failures (provider, category, message, failed_at)
values (:provider, :category, :message, :failedAt)
on conflict (provider) do update
set category = excluded.category,
    message = excluded.message,
    failed_at = excluded.failed_at
