package io.cartpulse.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.cartpulse.mart.ClickHouseSettings;
import io.cartpulse.metabase.MetabaseSettings;
import io.cartpulse.metabase.MetabaseSettings.MartDatabase;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Looks at Metabase, where there is one, and at the account by which it reads the marts.
 */
@Component
@EnableConfigurationProperties(MetabaseSettings.class)
class MetabaseCheck implements DoctorCheck {

	private static final String SERVER = "Metabase";

	private static final String ACCOUNT = "Metabase's ClickHouse account";

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int OK = 200;

	private final MetabaseSettings metabase;

	private final ClickHouseSettings clickHouse;

	MetabaseCheck(MetabaseSettings metabase, ClickHouseSettings clickHouse) {
		this.metabase = metabase;
		this.clickHouse = clickHouse;
	}

	@Override
	public String subject() {
		return SERVER;
	}

	@Override
	public List<Finding> look() throws InterruptedException {
		URI url = this.metabase.url();
		if (url == null) {
			return List.of(Finding.ok(SERVER, "not used; cartpulse.metabase.url names one"));
		}
		List<Finding> findings = new ArrayList<>(List.of(server(url)));
		MartDatabase marts = this.metabase.database();
		if (!marts.password().isEmpty()) {
			findings.add(new ReaderLogin(this.clickHouse.url(), marts.user(), marts.password()).look(ACCOUNT,
					"cartpulse.metabase.database"));
		}
		return findings;
	}

	private static Finding server(URI url) throws InterruptedException {
		HttpRequest question = HttpRequest
			.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + "/api/health"))
			.timeout(PATIENCE)
			.build();
		try {
			HttpResponse<Void> answer = HttpClient.newBuilder()
				.connectTimeout(PATIENCE)
				.version(HttpClient.Version.HTTP_1_1)
				.build()
				.send(question, BodyHandlers.discarding());
			return (answer.statusCode() == OK) ? Finding.ok(SERVER, "it is up at " + url)
					: Finding.warn(SERVER, "it answers with HTTP " + answer.statusCode() + " at " + url,
							"It may be starting yet: ask again in a minute, then read its log.");
		}
		catch (IOException ex) {
			return Finding.warn(SERVER, "it does not answer at " + url,
					"See that it runs, and that cartpulse.metabase.url is right.");
		}
	}

}
