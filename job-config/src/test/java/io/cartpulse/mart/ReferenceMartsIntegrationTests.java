package io.cartpulse.mart;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of the marts that need reference data, with every figure worked out by hand.
 */
class ReferenceMartsIntegrationTests {

	private MartFixture marts;

	@BeforeEach
	void open() {
		this.marts = new MartFixture();
	}

	@AfterEach
	void close() {
		this.marts.close();
	}

	@Test
	void revenueIsConvertedOrderByOrderAtItsOwnDaysRate() {
		this.marts.dds.load(1)
			// 1.125 and 1.125, each 1.13; 0.05 * 92.1 is 4.605
			.order(1, null, "2024-03-01 10:00Z", "1.25", "success", "0", null, null)
			.order(2, null, "2024-03-01 11:00Z", "2.25", "refunded", "1.00", null, null)
			.order(3, null, "2024-03-01 12:00Z", "0.05", "success", "0", null, null)
			.order(4, null, "2024-03-01 13:00Z", "500", "pending", "0", null, null)
			.order(5, null, "2024-03-02 10:00Z", "10", "success", "0", null, null)
			.order(6, null, "2024-03-03 10:00Z", "99", "failed", "0", null, null)
			.rate("2024-03-01", "EUR", "0.9", "bank")
			.rate("2024-03-01", "RUB", "92.1", "sample")
			.rate("2024-03-02", "RUB", "90", "bank")
			.rate("2024-03-03", "RUB", "91", "bank");
		publish();
		assertThat(this.marts.mart(Mart.REVENUE_BY_CURRENCY)).containsExactly("('2024-03-01','EUR',2.31,0.9,'bank')",
				"('2024-03-01','RUB',234.87,92.1,'sample')", "('2024-03-01','USD',2.55,1,'base')",
				"('2024-03-02','RUB',900,90,'bank')", "('2024-03-02','USD',10,1,'base')");
	}

	@Test
	void ratesThatComeLaterArePublishedWithTheNextLoad() {
		this.marts.dds.load(1).order(1, null, "2024-03-01 10:00Z", "10", "success", "0", null, null);
		publish();
		assertThat(revenue()).containsExactly("('USD',10)");
		this.marts.dds.load(2).rate("2024-03-01", "EUR", "0.9", "sample");
		publish();
		assertThat(revenue()).containsExactly("('EUR',9)", "('USD',10)");
		this.marts.dds.load(3).rate("2024-03-01", "EUR", "0.8", "bank");
		publish();
		assertThat(revenue()).containsExactly("('EUR',8)", "('USD',10)");
	}

	@Test
	void longKnownReferenceDataIsCarriedOnce() {
		this.marts.dds.load(1)
			.order(1, null, "2024-03-01 10:00Z", "10", "success", "0", null, null)
			.rate("2024-03-01", "EUR", "0.9", "bank")
			.weather("48.86", "2.35", "2024-03-01 10:00Z", "10", "Clear");
		publish();
		this.marts.dds.load(2).user(1, null, null);
		JobExecution run = this.marts.run(UUID.randomUUID().toString());
		assertThat(MartFixture.written(run, "publish-exchange-rates")).isZero();
		assertThat(MartFixture.written(run, "publish-weather")).isZero();
		assertThat(revenue()).containsExactly("('EUR',9)", "('USD',10)");
	}

	@Test
	void onlyTheDaysOfChangedReferenceDataAreBuiltAnew() {
		this.marts.dds.load(1)
			.order(1, null, "2024-03-01 10:00Z", "10", "success", "0", null, null)
			.order(2, null, "2024-03-02 10:00Z", "20", "success", "0", null, null)
			.session(1, null, "2024-03-01 10:00Z", "2024-03-01 10:30Z", "Paris", "France")
			.weatherEvent(3, 1, "2024-03-01 10:00Z", null, null, "48.86", "2.35")
			.session(2, null, "2024-03-02 10:00Z", "2024-03-02 10:30Z", "Paris", "France")
			.weatherEvent(4, 2, "2024-03-02 10:00Z", null, null, "48.86", "2.35")
			// paid a day after its session
			.order(5, null, "2024-03-04 10:00Z", "40", "success", "0", null, 2)
			.rate("2024-03-01", "EUR", "0.5", "bank");
		publish();
		// what nobody builds stays as it is
		forge("revenue_by_currency", "revenue");
		forge("weather_impact", "revenue");
		this.marts.dds.load(2)
			.rate("2024-03-02", "EUR", "0.5", "bank")
			.weather("48.86", "2.35", "2024-03-02 10:00Z", "7", "Rain");
		publish();
		assertThat(this.marts.mart(Mart.REVENUE_BY_CURRENCY)).containsExactly("('2024-03-01','EUR',1005,0.5,'bank')",
				"('2024-03-01','USD',1010,1,'base')", "('2024-03-02','EUR',10,0.5,'bank')",
				"('2024-03-02','USD',20,1,'base')", "('2024-03-04','USD',1040,1,'base')");
		assertThat(this.marts.mart(Mart.WEATHER_IMPACT)).containsExactly(
				"('2024-03-01','France','Unknown','Unknown',1,0,0,1000,0,'')",
				"('2024-03-01','Unknown','Unknown','Unknown',0,0,1,1010,0,'')",
				"('2024-03-02','France','Rain','5 to 10',1,0,0,0,0,'s')",
				"('2024-03-02','Unknown','Unknown','Unknown',0,0,1,20,0,'')",
				"('2024-03-04','France','Rain','5 to 10',0,0,1,40,0,'s')");
	}

	@Test
	void weatherIsOfTheLatestEventThatTellsAnyElseOfPlaceAndHour() {
		this.marts.dds.load(1)
			.user(1, null, null)
			// rain told last, though the latest event tells nothing
			.session(1, 1L, "2024-03-01 10:00Z", "2024-03-01 10:30Z", "Paris", "France")
			.weatherEvent(1, 1, "2024-03-01 10:00Z", "4.9", "clear sky", "48.86", "2.35")
			.weatherEvent(2, 1, "2024-03-01 10:10Z", "5", "Light rain", null, null)
			.weatherEvent(3, 1, "2024-03-01 10:20Z", null, null, "48.86", "2.35")
			// another visit of the same user in the same weather
			.session(2, 1L, "2024-03-01 12:00Z", "2024-03-01 12:30Z", "Paris", "France")
			.weatherEvent(4, 2, "2024-03-01 12:00Z", "9.9", "shower rain", null, null)
			// nothing told: place and hour of the latest event with a place
			.session(3, null, "2024-03-01 10:50Z", "2024-03-01 11:10Z", "Paris", "France")
			.weatherEvent(5, 3, "2024-03-01 10:50Z", null, null, "48.86", "2.35")
			.weatherEvent(6, 3, "2024-03-01 11:05Z", null, null, "48.855", "2.354")
			.weather("48.86", "2.35", "2024-03-01 10:00Z", "20", "Clear")
			.weather("48.86", "2.35", "2024-03-01 11:00Z", "-0.1", "Snow")
			// a place without weather, and no place at all
			.session(4, null, "2024-03-01 10:00Z", "2024-03-01 10:10Z", null, null)
			.weatherEvent(7, 4, "2024-03-01 10:00Z", null, null, "1", "1")
			.session(5, null, "2024-03-02 10:00Z", "2024-03-02 10:10Z", null, null)
			.order(1, 1L, "2024-03-01 10:30Z", "100", "refunded", "40", null, 1)
			// paid a day after its session
			.order(2, null, "2024-03-02 00:10Z", "7", "success", "0", null, 3)
			.order(3, null, "2024-03-02 11:00Z", "5", "success", "0", null, null)
			.order(4, null, "2024-03-02 12:00Z", "900", "failed", "0", null, 1);
		publish();
		assertThat(this.marts.mart(Mart.WEATHER_IMPACT)).containsExactly(
				"('2024-03-01','France','Rain','5 to 10',2,1,1,60,0.5,'event')",
				"('2024-03-01','France','Snow','-5 to 0',1,0,0,0,0,'s')",
				"('2024-03-01','Unknown','Unknown','Unknown',1,0,0,0,0,'')",
				"('2024-03-02','France','Snow','-5 to 0',0,0,1,7,0,'s')",
				"('2024-03-02','Unknown','Unknown','Unknown',1,0,1,5,1,'')");
	}

	@Test
	void weatherInWordsIsPutIntoGroups() {
		List<String> told = List.of("Thunderstorm with light rain", "drizzle rain", "Light rain and snow", "Sleet",
				"heavy rain", "Fog", "haze", "overcast", "few clouds", "sunny", "CLEAR", "volcanic ash", "");
		this.marts.dds.load(1);
		for (int i = 1; i <= told.size(); i++) {
			this.marts.dds.session(i, null, "2024-03-01 10:00Z", "2024-03-01 10:10Z", null, null)
				.weatherEvent(i, i, "2024-03-01 10:00Z", null, told.get(i - 1), null, null);
		}
		publish();
		assertThat(this.marts.rows("select weather, sessions from data_mart.weather_impact order by all"))
			.containsExactly("('Clear',2)", "('Clouds',2)", "('Drizzle',1)", "('Mist',2)", "('Other',2)", "('Rain',1)",
					"('Snow',2)", "('Thunderstorm',1)");
	}

	private void forge(String mart, String column) {
		this.marts.clickHouse.execute("alter table data_mart." + mart + " update " + column + " = " + column
				+ " + 1000 where true settings mutations_sync = 2");
	}

	private void publish() {
		assertThat(this.marts.run(UUID.randomUUID().toString()).getStatus()).isEqualTo(BatchStatus.COMPLETED);
	}

	private List<String> revenue() {
		return this.marts.rows("select currency, revenue from data_mart.revenue_by_currency order by all");
	}

}
