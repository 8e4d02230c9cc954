package io.cartpulse.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;

import io.cartpulse.doctor.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Doctor} and {@link DataFolderCheck}.
 */
class DoctorTests {

	@Test
	void theWorstFindingIsTheDiagnosis() {
		Doctor doctor = new Doctor(List.of(check("b", () -> List.of(Finding.warn("b", "found", "mend"))),
				check("a", () -> List.of(Finding.ok("a", "")))));
		Diagnosis diagnosis = doctor.examine();
		assertThat(diagnosis.level()).isEqualTo(Level.WARN);
		assertThat(diagnosis.findings()).extracting(Finding::name).containsExactly("a", "b");
	}

	@Test
	void aCheckThatCannotLookFailsAlone() {
		Diagnosis diagnosis = new Doctor(List.of(check("a", () -> {
			throw new IllegalStateException("secret");
		}), check("b", () -> List.of(Finding.ok("b", ""))))).examine();
		assertThat(diagnosis.level()).isEqualTo(Level.FAIL);
		assertThat(diagnosis.findings()).extracting(Finding::level).containsExactly(Level.FAIL, Level.OK);
		assertThat(diagnosis.toString()).doesNotContain("secret");
	}

	@Test
	void passwordsThatOthersCanReadAreAFailure(@TempDir Path folder) throws IOException {
		Path passwords = Files.createFile(folder.resolve("credentials.properties"));
		Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-r-----"));
		assertThat(new DataFolderCheck(folder).look()).anySatisfy((finding) -> {
			assertThat(finding.level()).isEqualTo(Level.FAIL);
			assertThat(finding.mend()).startsWith("chmod 600 ");
		});
		Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
		assertThat(new DataFolderCheck(folder).look()).noneMatch((finding) -> finding.level() == Level.FAIL);
		assertThat(new DataFolderCheck(folder.resolve("none")).look()).extracting(Finding::level)
			.containsExactly(Level.OK);
	}

	private static DoctorCheck check(String subject, Callable<List<Finding>> look) {
		return new DoctorCheck() {

			@Override
			public String subject() {
				return subject;
			}

			@Override
			public List<Finding> look() throws Exception {
				return look.call();
			}

		};
	}

}
