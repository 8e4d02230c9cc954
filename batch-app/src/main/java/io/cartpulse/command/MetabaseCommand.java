package io.cartpulse.command;

import java.util.List;

import io.cartpulse.dashboard.DashboardReader;
import io.cartpulse.metabase.MetabaseProvisioner;
import io.cartpulse.metabase.MetabaseSettings;
import io.cartpulse.terminal.Progress;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * {@code metabase}: the dashboards in Metabase. It needs the configuration alone, so
 * neither engines nor jobs are started.
 */
final class MetabaseCommand {

	private final Progress progress;

	private final List<String> properties;

	MetabaseCommand(Progress progress, List<String> properties) {
		this.progress = progress;
		this.properties = properties;
	}

	int execute() {
		MetabaseSettings settings = settings();
		if (!settings.missing().isEmpty()) {
			throw new UsageException("set " + String.join(", ", settings.missing())
					+ " (in the environment: CARTPULSE_METABASE_URL, ..); see: cartpulse help");
		}
		String done = new MetabaseProvisioner(settings, this.progress::say).provision(new DashboardReader().readAll());
		this.progress.say("Metabase at " + settings.url() + " has the dashboards in collection " + settings.collection()
				+ ": " + done);
		return ExitCode.OK;
	}

	private MetabaseSettings settings() {
		SpringApplication application = new SpringApplication(Configured.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		try (ConfigurableApplicationContext context = application.run(this.properties.toArray(String[]::new))) {
			return context.getBean(MetabaseSettings.class);
		}
	}

	@EnableConfigurationProperties(MetabaseSettings.class)
	static class Configured {

	}

}
