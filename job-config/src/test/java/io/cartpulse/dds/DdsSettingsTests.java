package io.cartpulse.dds;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

import io.cartpulse.source.ReadingSettings;
import io.cartpulse.testing.BoundSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DdsSettingsTests {

	@Test
	void haveDefaults() {
		DdsSettings settings = bind(Map.of());
		assertThat(settings).isEqualTo(new DdsSettings(5000, null, null, null,
				new DdsSettings.CampaignCost(new BigDecimal("0.10"), new BigDecimal("0.30"), new BigDecimal("1.00"))));
		assertThat(settings.reading()).isEqualTo(ReadingSettings.defaults());
	}

	@Test
	void takeEveryProperty() {
		DdsSettings settings = bind(Map.of("cartpulse.dds.chunk-size", "10", "cartpulse.dds.placeholders", "None,tbd",
				"cartpulse.dds.future-tolerance", "2h", "cartpulse.dds.earliest", "2020-01-01T00:00:00Z",
				"cartpulse.dds.campaign-cost.view", "0.01", "cartpulse.dds.campaign-cost.click", "0.02",
				"cartpulse.dds.campaign-cost.conversion", "3"));
		assertThat(settings).isEqualTo(new DdsSettings(10, Set.of("None", "tbd"), Duration.ofHours(2),
				Instant.parse("2020-01-01T00:00:00Z"),
				new DdsSettings.CampaignCost(new BigDecimal("0.01"), new BigDecimal("0.02"), new BigDecimal("3"))));
		assertThat(settings.reading()).isEqualTo(
				new ReadingSettings(Set.of("none", "tbd"), Duration.ofHours(2), Instant.parse("2020-01-01T00:00:00Z")));
	}

	@ParameterizedTest
	@CsvSource({ "chunk-size,0", "chunk-size,100001", "campaign-cost.view,-0.01", "campaign-cost.click,-1",
			"campaign-cost.conversion,-1" })
	void refuseWhatCannotBe(String property, String value) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(() -> bind(Map.of("cartpulse.dds." + property, value)));
	}

	@ParameterizedTest
	@CsvSource({ "view,0.10", "click,0.30", "conversion,1.00" })
	void knowWhatACampaignEventCosts(String action, BigDecimal cost) {
		assertThat(bind(Map.of()).campaignCost().of(action)).isEqualTo(cost);
	}

	@ParameterizedTest
	@CsvSource({ "placeholders,none", "future-tolerance,1h", "earliest,2020-01-01T00:00:00Z", "campaign-cost.view,1",
			"campaign-cost.click,1", "campaign-cost.conversion,2" })
	void showThatTheTablesWouldDiffer(String property, String value) {
		assertThat(bind(Map.of("cartpulse.dds." + property, value)).digest()).isNotEqualTo(bind(Map.of()).digest());
	}

	@Test
	void showThatTheTablesWouldBeTheSame() {
		assertThat(bind(Map.of("cartpulse.dds.chunk-size", "7")).digest()).isEqualTo(bind(Map.of()).digest());
		assertThat(bind(Map.of("cartpulse.dds.placeholders", "a,b")).digest())
			.isEqualTo(bind(Map.of("cartpulse.dds.placeholders", "B,A")).digest());
	}

	private static DdsSettings bind(Map<String, String> properties) {
		return BoundSettings.bind("cartpulse.dds", DdsSettings.class, properties);
	}

}
