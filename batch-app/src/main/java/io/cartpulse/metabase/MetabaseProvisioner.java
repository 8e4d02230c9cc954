package io.cartpulse.metabase;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.cartpulse.dashboard.Card;
import io.cartpulse.dashboard.DashboardDefinition;
import io.cartpulse.dashboard.Period;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings Metabase in step with the dashboards' definitions: makes what is not there,
 * changes what differs, puts away what is ours and no longer defined, and leaves
 * everything else alone.
 */
public final class MetabaseProvisioner {

	private static final Logger logger = LoggerFactory.getLogger(MetabaseProvisioner.class);

	private final MetabaseClient client;

	private final MetabaseSettings settings;

	private final Consumer<String> progress;

	/**
	 * Makes a provisioner, for one run.
	 * @param settings where Metabase is
	 * @param progress gets a line for what takes long
	 */
	public MetabaseProvisioner(MetabaseSettings settings, Consumer<String> progress) {
		this.client = new MetabaseClient(settings);
		this.settings = settings;
		this.progress = progress;
	}

	/**
	 * Does it all.
	 * @param dashboards what is to be there
	 * @return what was done, in words
	 * @throws MetabaseException when Metabase is not there, or refuses
	 */
	public String provision(List<DashboardDefinition> dashboards) {
		new SignIn(this.client, this.settings, this.progress).enter();
		try {
			return provisionAsAdministrator(dashboards);
		}
		finally {
			leave();
		}
	}

	private String provisionAsAdministrator(List<DashboardDefinition> dashboards) {
		MartTables marts = new MartTables(this.client, this.settings, this.progress);
		int database = marts.connect();
		Map<Period, Integer> fields = marts.fields(database, periods(dashboards));
		int collection = collection();
		ProvisionCounts counts = new ProvisionCounts();
		CollectionCards cards = new CollectionCards(this.client, collection, counts);
		Map<DashboardDefinition, Map<Card, Integer>> numbers = new LinkedHashMap<>();
		for (DashboardDefinition dashboard : dashboards) {
			Map<Card, Integer> ofDashboard = new LinkedHashMap<>();
			for (Card card : dashboard.cards()) {
				CardContent content = new CardContent(card, this.settings.language());
				int field = (card.period() != null) ? fields.getOrDefault(card.period(), 0) : 0;
				ofDashboard.put(card, cards.provision(CardContent.entityId(dashboard.id(), card),
						content.body(database, field, collection)));
			}
			numbers.put(dashboard, ofDashboard);
		}
		CollectionDashboards shown = new CollectionDashboards(this.client, collection, counts);
		numbers.forEach((dashboard, ofDashboard) -> shown
			.provision(new DashboardContent(dashboard, this.settings.language()), ofDashboard, cards.dropped()));
		shown.archiveDropped();
		cards.archiveDropped();
		return counts.toString();
	}

	private int collection() {
		Optional<JsonNode> found = MetabaseClient.list(this.client.get("/api/collection"))
			.stream()
			.filter((collection) -> collection.path("name").asString("").equals(this.settings.collection())
					&& collection.path("location").asString("").equals("/")
					&& !collection.path("archived").asBoolean(false) && !collection.hasNonNull("personal_owner_id"))
			.findFirst();
		return MetabaseClient.id(found.orElseGet(() -> this.client.post("/api/collection",
				JsonMapper.shared().createObjectNode().put("name", this.settings.collection()))));
	}

	private static Set<Period> periods(List<DashboardDefinition> dashboards) {
		return dashboards.stream()
			.flatMap((dashboard) -> dashboard.cards().stream())
			.map(Card::period)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
	}

	/** A session that stays behind ends by itself. */
	private void leave() {
		try {
			this.client.delete("/api/session");
		}
		catch (MetabaseException ex) {
			logger.debug("the session was not ended", ex);
		}
	}

}
