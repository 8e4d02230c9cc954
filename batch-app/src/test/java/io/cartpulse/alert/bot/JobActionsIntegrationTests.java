package io.cartpulse.alert.bot;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.cartpulse.audit.AuditLog;
import io.cartpulse.batch.KnownJob;
import io.cartpulse.execution.ExecutionActions;
import io.cartpulse.security.SecuritySettings;
import io.cartpulse.testing.RunningApi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests of what a chat can set going.
 */
class JobActionsIntegrationTests {

	private static final String ACTOR = "telegram user 7";

	private final RunningApi api = RunningApi.shared();

	@BeforeEach
	void forgetWhatWasDone() {
		this.api.jdbc().execute("truncate etl.audit");
	}

	@Test
	void aLaunchFromAChatIsInTheAudit() {
		long id = actions(false).launch(KnownJob.RETRY_QUARANTINE, Map.of("which", "open"), ACTOR);
		assertThat(this.api.as("viewer").get("/api/v1/executions/" + id).json().get("startedBy").asString())
			.isEqualTo(ACTOR);
		assertThat(audit()).containsExactly("telegram user 7 execution.launch retry-quarantine done");
	}

	@Test
	void whatCannotBeDoneIsRefusedInWords() {
		assertThatExceptionOfType(ChatRefusalException.class)
			.isThrownBy(() -> actions(false).launch(KnownJob.RETRY_QUARANTINE, Map.of("frob", "1"), ACTOR))
			.withMessageContaining("does not take frob");
		assertThatExceptionOfType(ChatRefusalException.class)
			.isThrownBy(() -> actions(false).restart(999_999_999, ACTOR));
		assertThat(audit()).containsExactly("telegram user 7 execution.launch retry-quarantine bad-job-parameter",
				"telegram user 7 execution.restart execution 999999999 unknown-execution");
	}

	@Test
	void nothingIsDoneWhileNothingMayBeChanged() {
		assertThatExceptionOfType(ChatRefusalException.class)
			.isThrownBy(() -> actions(true).launch(KnownJob.RETRY_QUARANTINE, Map.of(), ACTOR))
			.withMessageContaining("cartpulse.security.read-only");
		assertThatExceptionOfType(ChatRefusalException.class).isThrownBy(() -> actions(true).restart(1, ACTOR));
		assertThat(audit()).containsExactly("telegram user 7 execution.launch retry-quarantine read-only",
				"telegram user 7 execution.restart execution 1 read-only");
	}

	private JobActions actions(boolean readOnly) {
		return new JobActions(this.api.get(ExecutionActions.class), this.api.get(AuditLog.class),
				new SecuritySettings(List.of(), List.of(), readOnly,
						new SecuritySettings.Throttle(5, 20, Duration.ofMinutes(15)), DataSize.ofMegabytes(1)));
	}

	private List<String> audit() {
		return this.api.jdbc()
			.queryForList("select concat_ws(' ', actor, action, target, outcome) from etl.audit order by id",
					String.class);
	}

}
