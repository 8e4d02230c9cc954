package io.cartpulse.console;

import io.cartpulse.testing.Browser;
import io.cartpulse.testing.ObedientJobs;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the console in a browser, with jobs that do as they are told.
 */
class ConsoleInBrowserIntegrationTests {

	private static final String STATUS = "h1 .state";

	private final RunningApi api = RunningApi.shared();

	private final Browser browser = Browser.on(this.api.address());

	@BeforeEach
	void forget() {
		ObedientJobs.forget();
	}

	@AfterEach
	void close() {
		ObedientJobs.forget();
		this.browser.close();
	}

	@Test
	void aRunIsLaunchedWithAParameterAndWatchedToItsEnd() {
		this.browser.loggedInAs("operator").open("/jobs/raw-to-dds");
		this.browser.fill("#reason", "seen in a <b>browser</b>");
		this.browser.click("main .fields button");
		this.browser.see(STATUS, "completed");
		this.browser.see("#run", "incremental");
		this.browser.see("#run", "seen in a <b>browser</b>");
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void aRunThatFailsShowsItsTraceAndIsRestartedAllWithoutReloading() {
		this.browser.loggedInAs("operator").open("/jobs/kafka-to-raw");
		this.browser.click("main .fields button");
		this.browser.see(STATUS, "started");
		this.browser.script("window.neverReloaded = true");
		ObedientJobs.read(3);
		this.browser.see(".steps", "30 %");
		ObedientJobs.fail();
		this.browser.see(STATUS, "failed");
		this.browser.see(".causes", "as it was told");
		this.browser.see(".causes", "<b>root</b> of it");
		this.browser.click("#trace-0 summary");
		this.browser.see(".trace", "Caused by: java.lang.IllegalArgumentException: <b>root</b> of it");
		assertThat(this.browser.texts("#run .head button")).containsExactly("Restart", "Abandon");
		assertThat(this.browser.script("return window.neverReloaded")).isEqualTo(true);
		String failed = this.browser.location();
		this.browser.click("#run .head button.main");
		this.browser.see(STATUS, "started");
		assertThat(this.browser.location()).isNotEqualTo(failed);
		this.browser.script("window.neverReloaded = true");
		ObedientJobs.read(10);
		this.browser.see(STATUS, "completed");
		this.browser.see(".card > .progress .figure", "100 %");
		assertThat(this.browser.script("return window.neverReloaded")).isEqualTo(true);
		assertThat(this.browser.texts("#run .head button")).isEmpty();
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void aListOfExecutionsLearnsOfNewOnesAndKeepsItsSearchInTheAddress() {
		this.browser.loggedInAs("operator").open("/executions");
		this.browser.script("document.querySelector('[name=job]').value = 'raw-to-dds'");
		this.browser.click(".filters button");
		this.browser.see("#list", "");
		assertThat(this.browser.location()).isEqualTo("/executions?job=raw-to-dds");
		assertThat(this.api.as("operator")
			.post("/api/v1/jobs/raw-to-dds/executions", "{\"reason\": \"news for the list\"}")
			.status()).isEqualTo(202);
		this.browser.see("#list", "news for the list");
		assertThat(this.browser.location()).isEqualTo("/executions?job=raw-to-dds");
	}

	@Test
	void aScheduleIsPausedAndResumed() {
		this.browser.loggedInAs("admin").open("/schedules");
		this.browser.click("[aria-label='Resume kafka-to-raw'], [aria-label='Pause refresh-reference-data']");
		this.browser.see(".notice", "by itself");
		this.browser.open("/schedules/kafka-to-raw");
		this.browser.fill("#cron", "*/5 * * * *");
		this.browser.script("document.querySelector('[name=enabled]').checked = true");
		this.browser.click(".fields button");
		this.browser.see("main", "every 5 minutes");
		this.browser.click("[aria-label='Pause kafka-to-raw']");
		this.browser.see(".notice", "Job kafka-to-raw no longer starts by itself.");
		this.browser.find("[aria-label='Resume kafka-to-raw']");
	}

	@Test
	void aViewerSeesNoButtons() {
		this.browser.loggedInAs("viewer");
		for (String page : new String[] { "/", "/jobs/raw-to-dds", "/schedules", "/quarantine" }) {
			this.browser.open(page);
			this.browser.see("h1", "");
			assertThat(this.browser.texts("main button:not(.filters button)")).as(page).isEmpty();
		}
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void theProvidersOfReferenceDataFitOnAPhone() {
		this.browser.loggedInAs("viewer").narrow();
		this.browser.open("/enrichment");
		this.browser.see("[aria-label='Budgets of open-weather']", "1,000,000 used this month");
		assertThat(this.browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
			.isEqualTo(true);
		assertThat(this.browser.complaints()).isEmpty();
	}

	@Test
	void theMenuOpensOnAPhone() {
		this.browser.loggedInAs("viewer").narrow();
		this.browser.open("/executions");
		assertThat(this.browser.script("return document.documentElement.scrollWidth <= window.innerWidth"))
			.isEqualTo(true);
		this.browser.click("button.menu");
		this.browser.click("nav a[href='/ledger']");
		this.browser.see("h1", "Ledger");
	}

}
