package io.cartpulse.metabase;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Waits until Metabase is up and enters: as the administrator, whom the first run makes.
 */
final class SignIn {

	private static final int UNAUTHORIZED = 401;

	private static final int FORBIDDEN = 403;

	private final MetabaseClient client;

	private final MetabaseSettings settings;

	private final Consumer<String> progress;

	SignIn(MetabaseClient client, MetabaseSettings settings, Consumer<String> progress) {
		this.client = client;
		this.settings = settings;
		this.progress = progress;
	}

	void enter() {
		JsonNode properties = awaitProperties();
		if (isSetUp(properties) || !setUp(properties.path("setup-token").asString(""))) {
			logIn();
		}
	}

	/** Health turns green before the rest answers, so both are asked for. */
	private JsonNode awaitProperties() {
		Instant end = Instant.now().plus(this.settings.patience());
		boolean told = false;
		while (true) {
			try {
				this.client.get("/api/health");
				return this.client.get("/api/session/properties");
			}
			catch (MetabaseException ex) {
				if (!isComing(ex) || Instant.now().isAfter(end)) {
					throw ex;
				}
				if (!told) {
					this.progress.accept("Waiting for Metabase at " + this.client.url() + " …");
					told = true;
				}
				pause(this.settings.pause());
			}
		}
	}

	/** Whether it may answer later: it is not there yet, or says that it starts. */
	private static boolean isComing(MetabaseException failure) {
		return failure.status() == 0 || failure.status() >= 500;
	}

	private static boolean isSetUp(JsonNode properties) {
		return properties.path("has-user-setup").asBoolean(!properties.hasNonNull("setup-token"));
	}

	/** Makes the administrator, unless somebody else was faster. */
	private boolean setUp(String token) {
		ObjectNode body = JsonMapper.shared().createObjectNode().put("token", token);
		body.putObject("user")
			.put("first_name", "cartpulse")
			.put("last_name", "administrator")
			.put("email", this.settings.user())
			.put("password", this.settings.password());
		body.putObject("prefs")
			.put("site_name", "cartpulse")
			.put("site_locale", this.settings.language().getLanguage())
			.put("allow_tracking", false);
		try {
			this.client.use(this.client.post("/api/setup", body).path("id").asString());
		}
		catch (MetabaseException ex) {
			if (ex.status() == FORBIDDEN) {
				return false;
			}
			throw ex;
		}
		this.progress.accept("Set Metabase up, with administrator " + this.settings.user());
		return true;
	}

	private void logIn() {
		ObjectNode body = JsonMapper.shared()
			.createObjectNode()
			.put("username", this.settings.user())
			.put("password", this.settings.password());
		try {
			this.client.use(this.client.post("/api/session", body).path("id").asString());
		}
		catch (MetabaseException ex) {
			if (ex.status() != UNAUTHORIZED) {
				throw ex;
			}
			throw new MetabaseException("Metabase at " + this.client.url() + " is set up already and does not let "
					+ this.settings.user() + " in; check cartpulse.metabase.user and cartpulse.metabase.password", ex);
		}
	}

	static void pause(Duration pause) {
		try {
			Thread.sleep(pause.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new MetabaseException("interrupted while waiting for Metabase", ex);
		}
	}

}
