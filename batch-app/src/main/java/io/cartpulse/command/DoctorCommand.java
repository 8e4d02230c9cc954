package io.cartpulse.command;

import java.util.List;
import java.util.Locale;

import io.cartpulse.doctor.Diagnosis;
import io.cartpulse.doctor.Doctor;
import io.cartpulse.doctor.DoctorApplication;
import io.cartpulse.doctor.Finding;
import io.cartpulse.terminal.Terminal;
import io.cartpulse.terminal.TextTable;

/**
 * {@code doctor}: what is in order, what is not, and the mend.
 */
final class DoctorCommand {

	private final RunningApplication application;

	private final Terminal terminal;

	DoctorCommand(RunningApplication application, Terminal terminal) {
		this.application = application;
		this.terminal = terminal;
	}

	int execute(List<String> properties) throws Exception {
		this.application.startPart(DoctorApplication.class, properties);
		Diagnosis diagnosis = this.application.get(Doctor.class).examine();
		TextTable table = new TextTable("", "what", "found");
		diagnosis.findings().forEach((finding) -> {
			table.row(word(finding.level()), finding.name(), finding.message());
			if (!finding.mend().isEmpty()) {
				table.row("", "", finding.mend());
			}
		});
		this.terminal.print("");
		table.lines().stream().skip(1).forEach(this.terminal::print);
		return (diagnosis.level() == Finding.Level.FAIL) ? ExitCode.FAILED : ExitCode.OK;
	}

	private static String word(Finding.Level level) {
		return level.name().toLowerCase(Locale.ROOT);
	}

}
