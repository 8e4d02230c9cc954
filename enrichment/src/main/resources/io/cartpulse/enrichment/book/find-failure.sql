-- What went wrong last with a provider.
-- Grain: provider; reads etl.enrichment_failures.
-- Rerun: changes nothing. Parameters: provider.
select category, message, failed_at
from etl.enrichment_failures
where provider = ?
