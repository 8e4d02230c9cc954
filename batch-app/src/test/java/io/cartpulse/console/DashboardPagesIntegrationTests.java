package io.cartpulse.console;

import java.net.http.HttpResponse;

import io.cartpulse.testing.ConsoleClient;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the dashboards' pages as they are before their script runs: in which language.
 */
class DashboardPagesIntegrationTests {

	private final ConsoleClient viewer = ConsoleClient.loggedIn(RunningApi.shared().address(), "viewer");

	@Test
	void speaksRussianToWhoPrefersIt() {
		String page = page("/dashboards/overview", "ru-RU,ru;q=0.9,en;q=0.8");
		assertThat(page).contains("<title>Обзор – cartpulse</title>", "lang=\"ru\"", ">Выручка по дням</h2>",
				">7 дней</button>", ">Показать</button>", "Предыдущий период");
		assertThat(page).doesNotContain(">Revenue by day<");
		assertThat(page("/dashboards", "ru")).contains("<h2>Обзор</h2>", "<h2>Качество данных</h2>");
	}

	@Test
	void speaksEnglishToEverybodyElse() {
		for (String languages : new String[] { "en-GB", "de-DE,de;q=0.9" }) {
			assertThat(page("/dashboards/overview", languages)).contains("<title>Overview – cartpulse</title>",
					"lang=\"en\"", ">Revenue by day</h2>", ">7 days</button>");
		}
	}

	private String page(String path, String languages) {
		HttpResponse<String> answer = this.viewer.get(path, "Accept-Language", languages);
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

}
